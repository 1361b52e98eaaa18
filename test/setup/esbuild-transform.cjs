// Jest has no TypeScript of its own: esbuild strips the types, so a test file starts in milliseconds. Types are tsc's business.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, filename) {
    const loader = filename.endsWith('.ts') ? 'ts' : 'js';
    const { code, map } = transformSync(source, {
      loader,
      format: 'cjs',
      target: 'node20',
      // A module that is asked for late is a CommonJS module like the others here.
      supported: { 'dynamic-import': false },
      sourcemap: 'both',
      sourcefile: filename,
    });
    return { code, map };
  },
};
