// Finds what nobody uses. Pages and components are entered by name from JSON, which knip does not read, so they are listed here.
import fs from 'node:fs';
import path from 'node:path';
import type { KnipConfig } from 'knip';

/** Scripts of the mini-program that stand beside a JSON file of their own: the app, its pages and its components. */
function phoneEntries(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.join(folder, file.replace(/json$/, 'ts')))
    .filter((file) => fs.existsSync(file));
}

const config: KnipConfig = {
  entry: [
    ...phoneEntries('miniprogram'),
    'cloudfunctions/functions/*/main.ts',
    'scripts/*.ts',
    'scripts/lint/*.mjs',
    'bench/main.ts',
    'bench/floors/**/*.ts',
    // What esbuild is told to start from, and what a test starts as a process of its own.
    'local/phone/runtime/boot.ts',
    'test/**/*-child.ts',
    'test/**/*.test.ts',
    'test/setup/*.{cjs,mjs}',
  ],
  project: ['{domain,cloudfunctions,miniprogram,local,scripts,bench,test}/**/*.{ts,cjs,mjs}'],
  paths: { '@domain/*': ['domain/*'] },
  // A type that an exported signature of its own file names is part of that signature.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignore: ['test/tidy/fixtures/**', 'test/local/phone/fixture/**', '**/*.d.ts'],
  // Entered by path or by another tool: weui and the font by the build, the type packages by tsconfig, the compiler as a program,
  // the browser's archive by a process of its own, the linter of types by its own name.
  ignoreDependencies: [
    'weui-miniprogram',
    'weui',
    '@fontsource/noto-sans-sc',
    'miniprogram-api-typings',
    'miniprogram-compiler',
    '@sparticuz/chromium',
    'oxlint',
    'oxlint-tsgolint',
  ],
};

export default config;
