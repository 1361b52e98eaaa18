/** P1, P2, P3: the rate, the price and the slowest of saving a household, beside the floors of the same minutes. */
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { alternate, pluck, type Turns } from '../kit/alternate';
import { drive, type Driven, type Job } from '../kit/load';
import { mean, median, medianRatio } from '../kit/statistics';
import { numberText } from '../kit/measure';
import type { BenchStreet, OpenedStreet } from '../street/bench-street';
import type { FreshDoor } from '../street/seats';
import { emptyQueues, documentsOf, findSaved, saveJobs } from './census';
import { cipherRate, SaveFloor, WireFloor } from './floors';
import type { Bench } from './group';

const CLIENTS = [1, 8, 32] as const;
type Clients = (typeof CLIENTS)[number];
type Runner = 'f1' | 'f2' | 'ours';

interface Run extends Driven {
  /** Of the process tree that served. */
  readonly cpuSeconds: number;
}

type Whole = Readonly<Record<Clients, Turns<Runner, Run>>> & {
  /** What the jobs that follow a save cost, a save. */
  readonly jobSeconds: readonly number[];
};

interface Stand {
  readonly bench: Bench;
  readonly street: BenchStreet;
  readonly opened: OpenedStreet;
  readonly cloud: BenchCloud;
  readonly f1: SaveFloor;
  readonly f2: WireFloor;
  readonly jobSeconds: number[];
}

const WARM_UP = 96;
const MEAN_SEALED_BYTES = 11;

export async function saveGroup(bench: Bench): Promise<void> {
  const { report, settings, neighbours } = bench;
  report.remark('core is not measured yet: what is measured is the product over the wire (wire)');
  report.remark(
    'F2 is a function in the same host: the same reads and writes, without our code, on documents of the same size',
  );
  neighbours.cores();
  const first = await measureAll(bench);
  const isNoisy = neighbours.areLoud();
  const isRepeated = isNoisy && !settings.isQuick;
  judge(bench, isRepeated ? joined(first, await measureAll(bench)) : first, isNoisy);
  report.remark(
    `floor f3 ${numberText(cipherRate(MEAN_SEALED_BYTES))} values of ${MEAN_SEALED_BYTES} B sealed /s`,
  );
}

/** All clients on a street of their own. */
async function measureAll(bench: Bench): Promise<Whole> {
  const street = await bench.streets.of(bench.settings.households);
  const opened = street.open();
  const cloud = await startCloud(opened);
  const f1 = await SaveFloor.start(bench.streets.newFolder());
  try {
    const f2 = await warmUp(cloud, opened);
    const stand: Stand = { bench, street, opened, cloud, f1, f2, jobSeconds: [] };
    await remarkCounts(stand);
    const c1 = await runsOf(stand, 1);
    const c8 = await runsOf(stand, 8);
    const c32 = await runsOf(stand, 32);
    return { 1: c1, 8: c8, 32: c32, jobSeconds: stand.jobSeconds };
  } finally {
    await f1.close();
    await cloud.close();
  }
}

function joined(first: Whole, second: Whole): Whole {
  const both = (clients: Clients): Turns<Runner, Run> => ({
    f1: [...first[clients].f1, ...second[clients].f1],
    f2: [...first[clients].f2, ...second[clients].f2],
    ours: [...first[clients].ours, ...second[clients].ours],
  });
  return { 1: both(1), 8: both(8), 32: both(32), jobSeconds: [...first.jobSeconds, ...second.jobSeconds] };
}

/** Loads every function instance that the runs will need, and learns from a save what the floor has to write. */
async function warmUp(cloud: BenchCloud, street: OpenedStreet): Promise<WireFloor> {
  const shifts = street.takeDoors(WARM_UP);
  await drive(32, saveJobs(cloud, shifts));
  const [door] = shifts.flat();
  if (door === undefined) throw new Error('the street has no untouched doors');
  const [limit] = await documentsOf<{ _id: string }>(cloud, 'limits', {});
  const f2 = new WireFloor(cloud, await findSaved(cloud, door), limit?._id ?? '');
  await drive(32, f2.jobs(shifts));
  await emptyQueues(cloud);
  return f2;
}

/** What the meter says of each: the floor is fair while both lines agree. */
async function remarkCounts({ bench, cloud }: Stand): Promise<void> {
  for (const [name, procedure] of [
    ['ours', 'submitForm'],
    ['f2', ''],
  ] as const) {
    const { reads, writes, transactions, dbBytesIn } = await cloud.lastRecord(procedure);
    bench.report.remark(
      `${name} reads ${reads}, writes ${writes}, transactions ${transactions}, ${dbBytesIn} B sent`,
    );
  }
}

async function timed(cpu: () => number, clients: number, shifts: readonly (readonly Job[])[]): Promise<Run> {
  const before = cpu();
  const driven = await drive(clients, shifts);
  return { ...driven, cpuSeconds: cpu() - before };
}

/** Ours with what follows it: the jobs run until every queue is empty, and what they cost is the save's. */
async function oursWhole(
  stand: Stand,
  clients: Clients,
  shifts: readonly (readonly FreshDoor[])[],
): Promise<Run> {
  const { cloud } = stand;
  const run = await timed(() => cloud.cpu(), clients, saveJobs(cloud, shifts));
  if (clients !== 8) return run;
  const before = cloud.cpu();
  await emptyQueues(cloud);
  stand.jobSeconds.push((cloud.cpu() - before) / run.count);
  return { ...run, cpuSeconds: run.cpuSeconds + cloud.cpu() - before };
}

/** The floors' doors: the same ones every time, and any will do. */
function shiftsOf({ shifts }: BenchStreet, count: number): BenchStreet['shifts'] {
  let doors = 0;
  return shifts.filter((shift) => (doors += shift.length) - shift.length < count);
}

/** Floors and ours in turns, for one number of clients. */
function runsOf(stand: Stand, clients: Clients): Promise<Turns<Runner, Run>> {
  const { bench, street, opened, cloud, f1, f2 } = stand;
  const { saves, cycles } = bench.settings;
  const count = saves[clients];
  const doors = shiftsOf(street, count);
  return alternate(cycles, {
    f1: () => timed(() => f1.cpu(), clients, f1.jobs(doors)),
    f2: () => timed(() => cloud.cpu(), clients, f2.jobs(doors)),
    ours: () => oursWhole(stand, clients, opened.takeDoors(count)),
  });
}

function judge({ report }: Bench, whole: Whole, isNoisy: boolean): void {
  for (const clients of CLIENTS) {
    for (const name of ['f1', 'f2', 'ours'] as const) {
      report.remark(summaryOf(name, clients, whole[clients][name]));
    }
  }
  const ratio = (clients: Clients, figure: (run: Run) => number): number =>
    medianRatio(pluck(whole[clients].ours, figure), pluck(whole[clients].f2, figure));
  const rate = (clients: Clients): number => ratio(clients, (run) => run.ratePerSecond);
  const cpu = ratio(8, (run) => run.cpuSeconds / run.count);
  const p99 = ratio(32, (run) => run.p99Ms);
  const jobs = numberText(mean(whole.jobSeconds) * 1000);
  report.remark(`rate ours to F2: c1 ${numberText(rate(1))}, c32 ${numberText(rate(32))}`);
  report.remark(`the cpu of a save holds its jobs (roll-up, audit links): ${jobs} cpu s / 1,000`);
  const shared = { unit: 'xF2', isNoisy };
  report.measure({ name: 'save.rate.c8.wire', value: rate(8), limit: { atLeast: 0.7 }, ...shared });
  report.measure({ name: 'save.cpu.c8.wire', value: cpu, limit: { atMost: 1.4 }, ...shared });
  report.measure({ name: 'save.p99.c32.wire', value: p99, limit: { atMost: 1.5 }, ...shared });
}

function summaryOf(name: Runner, clients: number, turns: readonly Run[][]): string {
  const all = (figure: (run: Run) => number): string => numberText(median(turns.flat().map(figure)));
  return [
    `${name} c${clients}`,
    `${all((run) => run.ratePerSecond)} /s`,
    `${all((run) => (run.cpuSeconds / run.count) * 1000)} cpu s / 1,000`,
    `p50 ${all((run) => run.p50Ms)} ms`,
    `p99 ${all((run) => run.p99Ms)} ms`,
  ].join(', ');
}
