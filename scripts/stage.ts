// Runs commands as stages: a few at a time, each with its time, its count of tests and what it skipped.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';

const ROOT = `${__dirname}/..`;

export interface Count {
  passed: number;
  failed: number;
  /** What was not run, in words; printed where it happens and again at the end. */
  skipped: string[];
}

export interface Stage {
  name: string;
  command: string;
  args: string[];
  /** Takes the processor only where nobody else wants it. */
  isPatient?: boolean;
  /** Counts of the finished command; without it the stage is one test that passes with exit code 0. */
  count?: (exitCode: number, output: string) => Count;
}

export interface Outcome extends Count {
  name: string;
  seconds: number;
}

/** What a stage has measured and wants to be read, however it ended: the rest of its line. */
const TOLD = /^» .*$/gm;

/** Runs one stage to its end and prints its time and what it has measured; all its output is printed when something failed. */
export async function runStage(stage: Stage): Promise<Outcome> {
  const started = process.hrtime.bigint();
  const { exitCode, output } = await run(stage);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const counted = (stage.count ?? asOneTest)(exitCode, output);
  // A command that broke before it counted anything is a failure whatever its figures say.
  const outcome = { ...counted, failed: exitCode !== 0 && counted.failed === 0 ? 1 : counted.failed };
  const verdict = outcome.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(`${verdict} ${stage.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s  ${figures(outcome)}`);
  if (outcome.failed > 0) console.log(output.trimEnd());
  else for (const [told] of output.matchAll(TOLD)) console.log(told);
  for (const skip of outcome.skipped) console.log(`SKIPPED ${stage.name}: ${skip}`);
  return { ...outcome, name: stage.name, seconds };
}

/** Runs stages with `lanes` of them at a time, started in their order. */
export async function runStages(stages: readonly Stage[], lanes: number): Promise<Outcome[]> {
  const waiting = [...stages];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      outcomes.push(await runStage(stage));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** Prints the summary, skips first and the count as the very last line, and sets the exit code. */
export function summarise(outcomes: readonly Outcome[]): void {
  const skips = outcomes.flatMap(({ name, skipped }) => skipped.map((skip) => `SKIPPED ${name}: ${skip}`));
  const failures = outcomes.filter(({ failed }) => failed > 0);
  console.log('');
  for (const skip of skips) console.log(skip);
  for (const { name, failed } of failures) console.log(`FAILED ${name}: ${failed}`);
  const sum = (key: 'passed' | 'failed'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

/** Counts of a Jest run, from the report it wrote. */
export function countJest(report: string): Count {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: ['Jest wrote no report'] };
  const result = JSON.parse(fs.readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    numRuntimeErrorTestSuites: number;
  };
  const left = result.numPendingTests + result.numTodoTests;
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: left === 0 ? [] : [`${left} tests`],
  };
}

function asOneTest(exitCode: number, output: string): Count {
  const skipped = [...output.matchAll(/^SKIPPED (.*)$/gm)].map(([, words = '']) => words);
  return exitCode === 0 ? { passed: 1, failed: 0, skipped } : { passed: 0, failed: 1, skipped };
}

function figures({ passed, failed, skipped }: Count): string {
  const words = [`${passed} passed`];
  if (failed > 0) words.push(`${failed} failed`);
  if (skipped.length > 0) words.push(`${skipped.length} skipped`);
  return words.join(', ');
}

function run({ command, args, isPatient }: Stage): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } });
    if (isPatient === true) beModest(child.pid);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      resolve({ exitCode: 1, output: `${command} did not start: ${error.message}` });
    });
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function beModest(pid: number | undefined): void {
  if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_LOW);
}
