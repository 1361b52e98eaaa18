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

/** Tests that load the product's modules anew, in globals of their own. */
const ISOLATED = ['<rootDir>/test/miniprogram/', '<rootDir>/test/identity/mutants.test.ts'];
/** Tests for which bare Node is enough: modules are loaded once for a worker and not once for a file. */
const bare = {
  ...shared,
  runner: '<rootDir>/test/setup/light-runner.mjs',
  setupFiles: ['<rootDir>/test/setup/typescript.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/time-limits.mjs'],
};

/** @type {import('jest').Config} */
module.exports = {
  // Tests wait for processes and a database; on a machine with other work five seconds are not a sign of anything.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/setup/long-first.cjs',
  projects: [
    {
      ...bare,
      displayName: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...ISOLATED, '<rootDir>/test/components/'],
    },
    {
      ...shared,
      displayName: 'isolated',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/miniprogram/**/*.test.ts', '<rootDir>/test/identity/mutants.test.ts'],
    },
    {
      ...shared,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/' },
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
    },
  ],
};
