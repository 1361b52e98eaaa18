// npm test: the whole proof in one command, stage after stage; beside them, in the time that tests leave, what reads the tree
// without running it. `npm test -- unit journeys` runs only the stages whose names begin so; --full asks the generated suites for
// every case instead of their seeded tenth (TEST_FULL=1).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CHECKS } from './check';
import { countJest, runStages, summarise, type Outcome, type Stage } from './stage';

/** A third only makes the others wait: two cores are busy with what two files ask of them. */
const WORKERS = 2;
const bin = (name: string): string => path.join(__dirname, '../node_modules/.bin', name);
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-test-'));

const script = (name: string, file: string): Stage => ({ name, command: bin('tsx'), args: [file] });

const jest = (name: string, projects: string[]): Stage => {
  const report = path.join(reports, `${name}.json`);
  return {
    name,
    command: bin('jest'),
    args: ['--selectProjects', ...projects, `--maxWorkers=${WORKERS}`, '--json', `--outputFile=${report}`],
    count: () => countJest(report),
  };
};

const BUILD = script('build', 'scripts/build.ts');

/** Stages that look at nothing but dist/, and so mean nothing where the build failed. */
const ON_DIST: readonly Stage[] = [
  script('official', 'scripts/check-official.ts'),
  script('sizes', 'scripts/check-package.ts'),
  jest('journeys', ['journey']),
];

const UNIT = jest('unit', ['unit', 'isolated', 'component']);

async function main(words: string[]): Promise<void> {
  if (words.includes('--full')) process.env['TEST_FULL'] = '1';
  const names = words.filter((word) => !word.startsWith('--'));
  const isChosen = ({ name }: Stage): boolean =>
    names.length === 0 || names.some((word) => name.startsWith(word));
  const checks = names.includes('check') ? CHECKS : CHECKS.filter(isChosen);

  const beside = runStages(
    checks.map((check) => ({ ...check, isPatient: true })),
    1,
  );
  const outcomes = await runStages([BUILD, UNIT].filter(isChosen), 1);
  const hasBroken = outcomes.some(({ name, failed }) => name === BUILD.name && failed > 0);
  const onDist = ON_DIST.filter(isChosen);
  outcomes.push(...(hasBroken ? onDist.map(notRun) : await runStages(onDist, 1)));
  outcomes.push(...(await beside));
  fs.rmSync(reports, { recursive: true });
  summarise(outcomes);
}

function notRun({ name }: Stage): Outcome {
  return { name, seconds: 0, passed: 0, failed: 1, skipped: ['not run, because the build failed'] };
}

void main(process.argv.slice(2));
