/** What the local cloud itself takes, through the SDK and the loopback: a tool that is slow hides what the product costs. */
import { randomUUID } from 'node:crypto';
import { openSdk, type SdkDatabase } from '../cloud/sdk';
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { numberText } from '../kit/measure';
import { median, quantile } from '../kit/statistics';
import type { BenchStreet } from '../street/bench-street';
import type { Bench } from './group';

interface Guard {
  readonly name: string;
  readonly times: number;
  /** Milliseconds: of the median where it is promised, of the slowest twentieth otherwise. */
  readonly p50?: number;
  readonly p95: number;
  readonly run: (index: number) => Promise<unknown>;
}

const STARTS = 3;
const START_MS = 1_000;
const PAGE = 20;

function guardsOf(database: SdkDatabase, street: BenchStreet): Guard[] {
  const { residents, cut } = street;
  const homes = database.collection('households');
  const idAt = (index: number): string => residents[index % residents.length]?.householdId ?? '';
  const compounds = cut.plan.compounds.map(({ id }) => id);
  const compoundAt = (index: number): string => compounds[index % compounds.length] ?? '';
  const inOrder = (index: number, limit: number): Promise<unknown> =>
    homes
      .where({ compoundId: compoundAt(index) })
      .orderBy('routeKey', 'asc')
      .limit(limit)
      .get();
  const added = (): object => ({ _id: randomUUID(), purgeOn: '2026-03-12', counts: {}, wrongTokens: 0 });
  return [
    { name: 'get', times: 300, p50: 3, p95: 25, run: (index) => homes.doc(idAt(index)).get() },
    { name: 'page', times: 200, p50: 6, p95: 40, run: (index) => inOrder(index, PAGE) },
    { name: 'thousand', times: 10, p95: 600, run: (index) => inOrder(index, 1_000) },
    {
      name: 'count',
      times: 50,
      p95: 25,
      run: (index) => homes.where({ compoundId: compoundAt(index) }).count(),
    },
    { name: 'add', times: 100, p95: 80, run: () => database.collection('limits').add(added()) },
    { name: 'transaction', times: 50, p95: 120, run: (index) => transact(database, idAt(index)) },
  ];
}

/** get, update and add, as a small change does them. */
async function transact(database: SdkDatabase, id: string): Promise<void> {
  const transaction = await database.startTransaction();
  await transaction.collection('households').doc(id).get();
  await transaction
    .collection('households')
    .doc(id)
    .update({ version: database.command.inc(1) });
  await transaction.collection('limits').add({ _id: randomUUID(), purgeOn: '2026-03-12' });
  await transaction.commit();
}

async function measureGuard({ report, neighbours }: Bench, guard: Guard): Promise<void> {
  const { name, times, p50, p95, run } = guard;
  await run(0);
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const startedAt = performance.now();
    await run(index);
    taken.push(performance.now() - startedAt);
  }
  const isNoisy = neighbours.areLoud();
  if (p50 === undefined) report.remark(`tools.${name} p50 ${numberText(median(taken))} ms`);
  else {
    report.measure({
      name: `tools.${name}.p50`,
      value: median(taken),
      unit: 'ms',
      limit: { atMost: p50 },
      isNoisy,
    });
  }
  const slow = quantile(taken, 0.95);
  report.measure({ name: `tools.${name}.p95`, value: slow, unit: 'ms', limit: { atMost: p95 }, isNoisy });
}

export async function toolsGroup(bench: Bench): Promise<void> {
  const { report, streets, settings, neighbours } = bench;
  const street = await streets.of(settings.households);
  const opened = street.open();
  const ready: number[] = [];
  let cloud: BenchCloud = await startCloud(opened);
  for (let start = 0; start < STARTS; start += 1) {
    ready.push(cloud.readyMs);
    await cloud.close();
    cloud = await startCloud(opened);
  }
  try {
    const isNoisy = neighbours.areLoud();
    report.measure({
      name: 'tools.start',
      value: median(ready),
      unit: 'ms',
      limit: { atMost: START_MS },
      isNoisy,
    });
    for (const guard of guardsOf(openSdk(cloud), street)) await measureGuard(bench, guard);
  } finally {
    await cloud.close();
  }
}
