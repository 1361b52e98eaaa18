const { boundaries, reading } = require('./scripts/boundaries.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: boundaries(''),
  options: { ...reading, exclude: { path: '^(?:dist|test/tidy/fixtures|test/local/phone/fixture)/' } },
};
