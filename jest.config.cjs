const shared = {
  rootDir: __dirname,
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/test/setup/esbuild-transform.cjs' },
  moduleNameMapper: { '^@domain/(.*)$': '<rootDir>/domain/$1' },
  // These packages ship ECMAScript modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(zod|mingo|fast-check|pure-rand|read-excel-file|@sparticuz|glass-easel.*)/)',
    '/dist/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/setup/global-setup.cjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.cjs',
};

/** @type {import('jest').Config} */
module.exports = {
  // Tests wait for processes and a database; on a machine with other work five seconds are not a sign of anything.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/components/', '<rootDir>/test/journeys/'],
    },
    {
      ...shared,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/' },
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'journey',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
  ],
};
