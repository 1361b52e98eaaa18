/** What both ways of measuring a save have in common: a run, how it is repeated on a noisy machine, and how it is told. */
import { pluck, type Turns } from '../kit/alternate';
import { drive, type Driven, type Job } from '../kit/load';
import { numberText } from '../kit/measure';
import { median, medianRatio } from '../kit/statistics';
import type { BenchStreet } from '../street/bench-street';
import type { Bench } from './group';

const CLIENTS = [1, 8, 32] as const;
export type Clients = (typeof CLIENTS)[number];

export interface Run extends Driven {
  /** Of the processes that served. */
  readonly cpuSeconds: number;
}

/** All runs by the number of clients, in the order in which they were taken. */
export type Whole<Runner extends string> = Readonly<Record<Clients, Turns<Runner, Run>>>;

export async function timed(
  cpu: () => number | Promise<number>,
  clients: number,
  shifts: readonly (readonly Job[])[],
): Promise<Run> {
  const before = await cpu();
  const driven = await drive(clients, shifts);
  return { ...driven, cpuSeconds: (await cpu()) - before };
}

/** The floors' doors: the same ones every time, and any will do. */
export function shiftsOf({ shifts }: BenchStreet, count: number): BenchStreet['shifts'] {
  let doors = 0;
  return shifts.filter((shift) => (doors += shift.length) - shift.length < count);
}

interface Measured<Runner extends string> {
  readonly whole: Whole<Runner>;
  readonly isNoisy: boolean;
}

/** Measured once more where others were at work meanwhile. */
export async function repeatedIfNoisy<Runner extends string>(
  { neighbours, settings }: Bench,
  measure: () => Promise<Whole<Runner>>,
): Promise<Measured<Runner>> {
  neighbours.cores();
  const first = await measure();
  const isNoisy = neighbours.areLoud();
  if (!isNoisy || settings.isQuick) return { whole: first, isNoisy };
  return { whole: joined(first, await measure()), isNoisy };
}

function joined<Runner extends string>(first: Whole<Runner>, second: Whole<Runner>): Whole<Runner> {
  const both = (clients: Clients): Turns<Runner, Run> => {
    const names = Object.keys(first[clients]) as Runner[];
    const turns = names.map((name) => [name, [...first[clients][name], ...second[clients][name]]]);
    return Object.fromEntries(turns) as Turns<Runner, Run>;
  };
  return { 1: both(1), 8: both(8), 32: both(32) };
}

export interface Pair<Runner extends string> {
  readonly ours: Runner;
  readonly floor: Runner;
}

/** Ours to the floor. */
export function ratioOf<Runner extends string>(
  whole: Whole<Runner>,
  { ours, floor }: Pair<Runner>,
): (clients: Clients, figure: (run: Run) => number) => number {
  return (clients, figure) => {
    const turns = whole[clients];
    return medianRatio(pluck(turns[ours], figure), pluck(turns[floor], figure));
  };
}

export function remarkRuns<Runner extends string>({ report }: Bench, whole: Whole<Runner>): void {
  for (const clients of CLIENTS) {
    for (const name of Object.keys(whole[clients]) as Runner[]) {
      report.remark(summaryOf(name, clients, whole[clients][name]));
    }
  }
}

function summaryOf(name: string, clients: number, turns: readonly Run[][]): string {
  const all = (figure: (run: Run) => number): string => numberText(median(turns.flat().map(figure)));
  return [
    `${name} c${clients}`,
    `${all((run) => run.ratePerSecond)} /s`,
    `${all((run) => (run.cpuSeconds / run.count) * 1000)} cpu s / 1,000`,
    `p50 ${all((run) => run.p50Ms)} ms`,
    `p99 ${all((run) => run.p99Ms)} ms`,
  ].join(', ');
}
