// npm run check: everything that can be said about the tree without running it. Each stage is one test.
import path from 'node:path';
import { runStages, summarise, type Stage } from './stage';

const LANES = 2;
const bin = (name: string): string => path.join(__dirname, '../node_modules/.bin', name);
const PARTS = ['domain', 'cloudfunctions', 'miniprogram', 'local', 'scripts', 'test', 'bench'];

/** Longest first, so that the short ones fill the other lane. */
export const CHECKS: readonly Stage[] = [
  { name: 'lint', command: bin('eslint'), args: ['.', '--max-warnings', '0'] },
  { name: 'types', command: bin('oxlint'), args: ['--type-aware', '--type-check', '--deny-warnings'] },
  {
    name: 'spelling',
    command: bin('cspell'),
    args: ['--no-progress', '--no-summary', '--config', 'cspell.config.cjs'],
  },
  {
    name: 'styles',
    command: bin('stylelint'),
    args: ['miniprogram/**/*.wxss', '--allow-empty-input', '--max-warnings', '0'],
  },
  { name: 'unused', command: bin('knip'), args: ['--no-progress'] },
  { name: 'format', command: bin('oxfmt'), args: ['--check'] },
  { name: 'boundaries', command: bin('depcruise'), args: ['--config', '.dependency-cruiser.cjs', ...PARTS] },
];

if (process.argv[1] === __filename) {
  const only = process.argv.slice(2);
  const stages = CHECKS.filter(({ name }) => only.length === 0 || only.some((word) => name.startsWith(word)));
  void runStages(stages, LANES).then(summarise);
}
