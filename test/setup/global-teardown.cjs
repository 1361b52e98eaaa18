module.exports = require('./clouds.cjs').tearDown;
