import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countJest, runStages, summarise, type Stage } from '../../scripts/stage';

const node = (name: string, script: string): Stage => ({
  name,
  command: process.execPath,
  args: ['-e', script],
});

let printed: string[];

beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

describe('a run of stages', () => {
  it('counts a stage without tests of its own as one test, by its exit code', async () => {
    const outcomes = await runStages([node('good', ''), node('bad', 'process.exit(3)')], 2);

    expect(outcomes.map(({ name, passed, failed }) => [name, passed, failed]).sort()).toEqual([
      ['bad', 0, 1],
      ['good', 1, 0],
    ]);
  });

  it('shows what a failed stage said, and ends with the count and a failing exit code', async () => {
    summarise(await runStages([node('good', ''), node('bad', 'console.log("why"); process.exit(1)')], 1));

    expect(printed).toContain('why');
    expect(printed.at(-1)).toBe('1 passed, 1 failed');
    expect(process.exitCode).toBe(1);
  });

  it('prints what a good stage has measured, and nothing else of what it said', async () => {
    await runStages([node('good', 'console.log("chatter"); console.error("» 41 interactions")')], 1);

    expect(printed).toContain('» 41 interactions');
    expect(printed.join('\n')).not.toContain('chatter');
  });

  it('repeats at the end what was skipped', async () => {
    summarise(await runStages([node('good', 'console.log("SKIPPED the official compiler: not here")')], 1));

    expect(
      printed.filter((line) => line.includes('SKIPPED good: the official compiler: not here')),
    ).toHaveLength(2);
    expect(printed.at(-1)).toBe('1 passed, 0 failed');
    expect(process.exitCode).toBeUndefined();
  });

  it('fails a command that cannot start', async () => {
    const [outcome] = await runStages([{ name: 'gone', command: '/no/such/command', args: [] }], 1);

    expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails a command that broke although what it counted passed', async () => {
    const stage = {
      ...node('torn', 'process.exit(1)'),
      count: () => ({ passed: 5, failed: 0, skipped: [] }),
    };

    expect(await runStages([stage], 1)).toMatchObject([{ passed: 5, failed: 1 }]);
  });
});

describe('the count of a Jest run', () => {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stage-')), 'report.json');
  const write = (counts: object): void => {
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
    };
    fs.writeFileSync(report, JSON.stringify({ ...none, ...counts }));
  };

  it('adds suites that could not run to the failures', () => {
    write({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });

    expect(countJest(report)).toEqual({ passed: 7, failed: 3, skipped: [] });
  });

  it('names tests that were left out', () => {
    write({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 });

    expect(countJest(report)).toEqual({ passed: 7, failed: 0, skipped: ['3 tests'] });
  });

  it('fails where no report was written', () => {
    expect(countJest(`${report}.none`)).toMatchObject({ passed: 0, failed: 1 });
  });
});
