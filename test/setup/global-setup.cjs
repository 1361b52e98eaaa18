module.exports = require('./clouds.cjs').setUp;
