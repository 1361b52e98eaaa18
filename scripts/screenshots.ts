// npm run screenshots: takes the pictures of docs/pictures from the built product. `npm run screenshots -- receipt` takes only
// those whose names hold the word; --no-build takes dist as it is.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build';

const ROOT = path.resolve(__dirname, '..');
const PICTURES = path.join(ROOT, 'docs/pictures');
const TSX = path.join(ROOT, 'node_modules/.bin/tsx');
/** It knows the test street and drives a browser, so it lives with the tests. */
const PHOTOGRAPHER = path.join(ROOT, 'test/journeys/pictures-child.ts');

async function main(words: readonly string[]): Promise<void> {
  if (!words.includes('--no-build')) await buildAll();
  const wanted = words.filter((word) => !word.startsWith('--'));
  const args = ['--tsconfig', path.join(ROOT, 'test/tsconfig.json'), PHOTOGRAPHER, PICTURES, ...wanted];
  const child = spawn(TSX, args, { cwd: ROOT, stdio: 'inherit' });
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
