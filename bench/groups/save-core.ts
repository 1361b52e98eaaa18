/** Our code without its wire, beside F1 and F3: functions and store in one process, asked over HTTP as the floor is. */
import { Core } from '../core/core';
import { alternate, type Turns } from '../kit/alternate';
import { drive } from '../kit/load';
import { numberText } from '../kit/measure';
import { mean, median } from '../kit/statistics';
import type { BenchStreet, OpenedStreet } from '../street/bench-street';
import { cipherSeconds, SaveFloor } from './floors';
import type { Bench } from './group';
import { ratioOf, remarkRuns, repeatedIfNoisy, shiftsOf, timed } from './save-runs';
import type { Clients, Run, Whole } from './save-runs';

type Runner = 'f1' | 'core';

/** Besides the runs, what they were not asked for alone: seconds of CPU a save. */
interface Beside {
  readonly jobSeconds: number[];
  /** F3. */
  readonly sealSeconds: number[];
}

interface Stand {
  readonly bench: Bench;
  readonly street: BenchStreet;
  readonly opened: OpenedStreet;
  readonly core: Core;
  readonly f1: SaveFloor;
  readonly beside: Beside;
}

const WARM_UP = 600;

export async function measureCore(bench: Bench): Promise<void> {
  bench.report.remark('core is the functions with the store in one process, asked over HTTP as F1 is');
  const beside: Beside = { jobSeconds: [], sealSeconds: [] };
  const { whole, isNoisy } = await repeatedIfNoisy(bench, () => measureAll(bench, beside));
  const { report } = bench;
  remarkRuns(bench, whole);
  const ratio = ratioOf(whole, { ours: 'core', floor: 'f1' });
  const rate = (clients: Clients): number => ratio(clients, (run) => run.ratePerSecond);
  const p99 = ratio(32, (run) => run.p99Ms);
  const perSave = ({ cpuSeconds, count }: Run): number => cpuSeconds / count;
  const [seal, jobs] = [median(beside.sealSeconds), mean(beside.jobSeconds)];
  const floor = median(whole[8].f1.flat().map(perSave)) + seal;
  const cpu = median(whole[8].core.flat().map(perSave));
  const perThousand = (seconds: number): string => `${numberText(seconds * 1000)} cpu s / 1,000`;
  report.remark(`f3 ${perThousand(seal)}, F1 + F3 ${perThousand(floor)}`);
  report.remark(
    `core's saves ${perThousand(cpu - jobs)} (${numberText((cpu - jobs) / floor)} x F1 + F3), ` +
      `their jobs (roll-up, audit links) ${perThousand(jobs)}`,
  );
  report.remark(`rate core to F1: c1 ${numberText(rate(1))}, c32 ${numberText(rate(32))}`);
  const shared = { isNoisy };
  report.measure({
    name: 'save.rate.c8.core',
    value: rate(8),
    unit: 'xF1',
    limit: { atLeast: 0.5 },
    ...shared,
  });
  report.measure({
    name: 'save.cpu.c8.core',
    value: cpu / floor,
    unit: 'xF1+F3',
    limit: { atMost: 3 },
    ...shared,
  });
  report.measure({ name: 'save.p99.c32.core', value: p99, unit: 'xF1', limit: { atMost: 3 }, ...shared });
}

async function measureAll(bench: Bench, beside: Beside): Promise<Whole<Runner>> {
  const street = await bench.streets.of(bench.settings.households);
  const opened = street.open();
  const core = await Core.start(opened);
  const f1 = await SaveFloor.start(bench.streets.newFolder());
  try {
    const stand: Stand = { bench, street, opened, core, f1, beside };
    await warmUp(stand);
    const c1 = await runsOf(stand, 1);
    const c8 = await runsOf(stand, 8);
    return { 1: c1, 8: c8, 32: await runsOf(stand, 32) };
  } finally {
    await f1.close();
    await core.close();
  }
}

/** Both processes have compiled what they run before anything is taken of them. */
async function warmUp({ bench, street, opened, core, f1, beside }: Stand): Promise<void> {
  const count = bench.settings.isQuick ? bench.settings.saves[8] : WARM_UP;
  const shifts = opened.takeDoors(count);
  const [door] = shifts.flat();
  if (door === undefined) throw new Error('the street has no untouched doors');
  await drive(8, core.jobs(shifts));
  await drive(8, f1.jobs(shiftsOf(street, count)));
  await core.settle();
  beside.sealSeconds.push(cipherSeconds(await core.savedAt(door)));
}

/** A save with what follows it, as over the wire. */
async function coreWhole({ core, opened, beside }: Stand, clients: Clients, count: number): Promise<Run> {
  const run = await timed(() => core.cpu(), clients, core.jobs(opened.takeDoors(count)));
  if (clients !== 8) return run;
  const before = await core.cpu();
  await core.settle();
  const jobSeconds = (await core.cpu()) - before;
  beside.jobSeconds.push(jobSeconds / run.count);
  return { ...run, cpuSeconds: run.cpuSeconds + jobSeconds };
}

function runsOf(stand: Stand, clients: Clients): Promise<Turns<Runner, Run>> {
  const { bench, street, f1 } = stand;
  const count = bench.settings.saves[clients];
  const doors = shiftsOf(street, count);
  return alternate(bench.settings.cycles, {
    f1: () => timed(() => f1.cpu(), clients, f1.jobs(doors)),
    core: () => coreWhole(stand, clients, count),
  });
}
