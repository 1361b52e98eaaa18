// Jest has no TypeScript of its own: esbuild strips the types, so a test file starts in milliseconds. Types are tsc's business.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync, version } = require('esbuild');

const THIS = readFileSync(__filename);

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

  /** What was made by another compiler, or by another version of this file, is made anew. */
  getCacheKey(source, filename) {
    return createHash('sha256').update(THIS).update(version).update(filename).update(source).digest('hex');
  },
};
