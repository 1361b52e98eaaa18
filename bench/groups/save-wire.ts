/** Saving as it is started by `npm start`, beside F2: the unmodified SDK over HTTP to the local cloud. */
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { alternate, type Turns } from '../kit/alternate';
import { drive } from '../kit/load';
import { numberText } from '../kit/measure';
import { mean } from '../kit/statistics';
import type { BenchStreet, OpenedStreet } from '../street/bench-street';
import type { FreshDoor } from '../street/seats';
import { documentsOf, emptyQueues, findSaved, saveJobs } from './census';
import { WireFloor } from './floors';
import type { Bench } from './group';
import { ratioOf, remarkRuns, repeatedIfNoisy, shiftsOf, timed } from './save-runs';
import type { Clients, Run, Whole } from './save-runs';

type Runner = 'f2' | 'ours';

interface Stand {
  readonly bench: Bench;
  readonly street: BenchStreet;
  readonly opened: OpenedStreet;
  readonly cloud: BenchCloud;
  readonly f2: WireFloor;
  /** What the jobs that follow a save cost, a save. */
  readonly jobSeconds: number[];
}

const WARM_UP = 96;

export async function measureWire(bench: Bench): Promise<void> {
  bench.report.remark(
    'F2 is a function in the same host: the same reads and writes, without our code, on documents of the same size',
  );
  const jobSeconds: number[] = [];
  const { whole, isNoisy } = await repeatedIfNoisy(bench, () => measureAll(bench, jobSeconds));
  const { report } = bench;
  remarkRuns(bench, whole);
  const ratio = ratioOf(whole, { ours: 'ours', floor: 'f2' });
  const rate = (clients: Clients): number => ratio(clients, (run) => run.ratePerSecond);
  const cpu = ratio(8, (run) => run.cpuSeconds / run.count);
  const p99 = ratio(32, (run) => run.p99Ms);
  const jobs = numberText(mean(jobSeconds) * 1000);
  report.remark(`rate ours to F2: c1 ${numberText(rate(1))}, c32 ${numberText(rate(32))}`);
  report.remark(`the cpu of a save holds its jobs (roll-up, audit links): ${jobs} cpu s / 1,000`);
  const shared = { unit: 'xF2', isNoisy };
  report.measure({ name: 'save.rate.c8.wire', value: rate(8), limit: { atLeast: 0.7 }, ...shared });
  report.measure({ name: 'save.cpu.c8.wire', value: cpu, limit: { atMost: 1.4 }, ...shared });
  report.measure({ name: 'save.p99.c32.wire', value: p99, limit: { atMost: 1.5 }, ...shared });
}

/** All clients on a street of their own. */
async function measureAll(bench: Bench, jobSeconds: number[]): Promise<Whole<Runner>> {
  const street = await bench.streets.of(bench.settings.households);
  const opened = street.open();
  const cloud = await startCloud(opened);
  try {
    const f2 = await warmUp(cloud, opened);
    const stand: Stand = { bench, street, opened, cloud, f2, jobSeconds };
    await remarkCounts(stand);
    const c1 = await runsOf(stand, 1);
    const c8 = await runsOf(stand, 8);
    const c32 = await runsOf(stand, 32);
    await remarkFigures(stand);
    return { 1: c1, 8: c8, 32: c32 };
  } finally {
    await cloud.close();
  }
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
  await cloud.runTimer('rollYields');
  return f2;
}

/** What follows no single save: every five minutes, the figures by way and day of each compound that has moved. */
async function remarkFigures({ bench, cloud }: Stand): Promise<void> {
  const before = cloud.cpu();
  await cloud.runTimer('rollYields');
  const seconds = numberText(cloud.cpu() - before);
  bench.report.remark(
    `figures by way and day of every compound: ${seconds} cpu s, every five minutes at most`,
  );
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

/** Floor and ours in turns, for one number of clients. */
function runsOf(stand: Stand, clients: Clients): Promise<Turns<Runner, Run>> {
  const { bench, street, opened, cloud, f2 } = stand;
  const { saves, cycles } = bench.settings;
  const count = saves[clients];
  const doors = shiftsOf(street, count);
  return alternate(cycles, {
    f2: () => timed(() => cloud.cpu(), clients, f2.jobs(doors)),
    ours: () => oursWhole(stand, clients, opened.takeDoors(count)),
  });
}
