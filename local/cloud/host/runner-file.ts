import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';

const SOURCE = join('local', 'cloud', 'host', 'runner.ts');

/**
 * Writes the runner as plain JavaScript into the data folder and answers its path, so that a forked instance starts
 * without any loader. The source is found from here upwards: the same from sources, from a test and from a bundle.
 */
export function writeRunner(home: string): string {
  let root = __dirname;
  while (!existsSync(join(root, SOURCE)) && dirname(root) !== root) root = dirname(root);
  const { code } = transformSync(readFileSync(join(root, SOURCE), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node18',
  });
  const path = join(home, 'runner.cjs');
  writeFileSync(path, code);
  return path;
}
