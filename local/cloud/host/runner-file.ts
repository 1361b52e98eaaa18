import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';

const SOURCE = join('local', 'cloud', 'host', 'runner.ts');

/**
 * Writes the runner as plain JavaScript into a folder and answers its path, so that a forked instance starts without any loader.
 * Beside it the instances keep what V8 made of the functions, for every cloud that names the same folder. The source is found from here upwards: the same from sources, from a test and from a bundle.
 */
export function writeRunner(folder: string): string {
  let root = __dirname;
  while (!existsSync(join(root, SOURCE)) && dirname(root) !== root) root = dirname(root);
  const { code } = transformSync(readFileSync(join(root, SOURCE), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node18',
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'runner.cjs');
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
