// npm test: the whole proof in one command; beside the tests, in the time that they leave, what reads the tree or dist without
// running it. `npm test -- unit journeys` runs only the stages whose names begin so; --full asks the generated suites for every
// case instead of their seeded tenth (TEST_FULL=1).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CHECKS } from './check';
import { countJest, runStages, summarise, type Outcome, type Stage } from './stage';

/** One more than the cores that the time limit speaks of: a file waits for a browser's frames and for timeouts, too (ADR 0011). */
const WORKERS = 3;
const bin = (name: string): string => path.join(__dirname, '../node_modules/.bin', name);
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-test-'));

/** As the beginning of a pattern. */
const TEST_FOLDER = path.resolve(__dirname, '../test').replace(/[^\w/-]/g, String.raw`\$&`) + path.sep;

const script = (name: string, file: string): Stage => ({ name, command: bin('tsx'), args: [file] });

/** Tests below test/ whose path goes on as `pattern` says, as one stage. */
const jest = (name: string, pattern: string): Stage => {
  const report = path.join(reports, `${name}.json`);
  return {
    name,
    command: bin('jest'),
    args: [TEST_FOLDER + pattern, `--maxWorkers=${WORKERS}`, '--json', `--outputFile=${report}`],
    count: () => countJest(report),
  };
};

const BUILD = script('build', 'scripts/build.ts');

/** All in one run, so that they share the warm functions of each worker, and short files fill the end of the long ones. */
const TESTS = [jest('tests', '')];
/** The same by halves, for whoever asks for one. */
const HALVES = [jest('unit', '(?!journeys/)'), jest('journeys', 'journeys/')];

/** What looks at nothing but dist/, and so means nothing where the build failed. */
const OF_DIST: readonly Stage[] = [
  script('official', 'scripts/check-official.ts'),
  script('sizes', 'scripts/check-package.ts'),
];

const patient = (stages: readonly Stage[]): Stage[] => stages.map((stage) => ({ ...stage, isPatient: true }));

async function main(words: string[]): Promise<void> {
  if (words.includes('--full')) process.env['TEST_FULL'] = '1';
  const names = words.filter((word) => !word.startsWith('--'));
  const isChosen = ({ name }: Stage): boolean =>
    names.length === 0 || names.some((word) => name.startsWith(word));
  const checks = names.includes('check') ? CHECKS : CHECKS.filter(isChosen);
  const tests = names.length === 0 ? TESTS : HALVES.filter(isChosen);

  const beside = runStages(patient(checks), 1);
  const built = await runStages([BUILD].filter(isChosen), 1);
  const ofDist = OF_DIST.filter(isChosen);
  const isBroken = built.some(({ failed }) => failed > 0);
  const onDist = isBroken ? [] : beside.then(() => runStages(patient(ofDist), 1));
  const outcomes = [...built, ...(isBroken ? [...ofDist, ...tests].map(notRun) : await runStages(tests, 1))];
  summarise([...outcomes, ...(await beside), ...(await onDist)]);
  fs.rmSync(reports, { recursive: true });
}

function notRun({ name }: Stage): Outcome {
  return { name, seconds: 0, passed: 0, failed: 1, skipped: ['not run, because the build failed'] };
}

void main(process.argv.slice(2));
