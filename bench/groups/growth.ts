/** D12: what an operation costs does not grow with the street. Counts are compared exactly, CPU in turns. */
import { setTimeout as wait } from 'node:timers/promises';
import type { RequestRecord } from '../../local/cloud/observe/meter';
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { alternate, pluck } from '../kit/alternate';
import { drive } from '../kit/load';
import { median, medianRatio } from '../kit/statistics';
import { numberText } from '../kit/measure';
import type { BenchStreet, OpenedStreet } from '../street/bench-street';
import { emptyQueues, save, saveJobs } from './census';
import { looksOf, lookAt } from './read';
import type { Bench } from './group';

const SMALL = 1_000;
const MIDDLE = 10_000;
const CLIENTS = 8;
const RUN_SAVES = 180;
const WARM_UP = 48;
const SETTLE_MS = 300;
const FIGURES = ['reads', 'writes', 'transactions', 'documentsRead', 'documentsWritten', 'scanned'] as const;

type Figures = Readonly<Record<(typeof FIGURES)[number], number>>;

interface Standing {
  readonly street: BenchStreet;
  readonly opened: OpenedStreet;
  readonly cloud: BenchCloud;
}

async function open(bench: Bench, households: number): Promise<Standing> {
  const street = await bench.streets.of(households);
  const opened = street.open();
  return { street, opened, cloud: await startCloud(opened) };
}

function figuresOf(record: RequestRecord): Figures {
  return Object.fromEntries(FIGURES.map((figure) => [figure, record[figure]])) as Figures;
}

/** Counts of each operation on its second call, when a warm function has read its keys. */
async function countsOf({ street, opened, cloud }: Standing): Promise<Map<string, Figures>> {
  const counts = new Map<string, Figures>();
  const [first, second] = opened.takeDoors(2).flat();
  if (first === undefined || second === undefined) throw new Error('the street has no untouched doors');
  await save(cloud, first);
  await save(cloud, second);
  counts.set('save', figuresOf(await cloud.lastRecord('submitForm')));
  for (const look of looksOf(street)) {
    await lookAt(cloud, look);
    await lookAt(cloud, look);
    counts.set(look.name, figuresOf(await cloud.lastRecord(look.procedure)));
  }
  return counts;
}

function compare({ report }: Bench, sizes: ReadonlyMap<number, Map<string, Figures>>): void {
  const [base, ...larger] = [...sizes.values()];
  for (const [operation, figures] of base ?? []) {
    report.remark(`${operation}: ${FIGURES.map((figure) => `${figure} ${figures[figure]}`).join(', ')}`);
    const drift = larger.flatMap((counts) =>
      FIGURES.map((figure) => Math.abs((counts.get(operation)?.[figure] ?? Number.NaN) - figures[figure])),
    );
    report.measure({
      name: `growth.${operation}.counts`,
      value: Math.max(...drift),
      unit: 'difference',
      limit: { atMost: 0 },
    });
  }
}

/** CPU seconds a save, jobs included. */
async function savesCost({ opened, cloud }: Standing, count: number): Promise<number> {
  const shifts = opened.takeDoors(count);
  const before = cloud.cpu();
  await drive(CLIENTS, saveJobs(cloud, shifts));
  await wait(SETTLE_MS);
  await emptyQueues(cloud);
  return (cloud.cpu() - before) / shifts.flat().length;
}

async function compareCpu(bench: Bench, small: Standing, large: Standing): Promise<void> {
  const { report, neighbours, settings } = bench;
  for (const standing of [small, large]) await savesCost(standing, WARM_UP);
  neighbours.cores();
  const turns = await alternate(settings.cycles, {
    small: () => savesCost(small, RUN_SAVES),
    large: () => savesCost(large, RUN_SAVES),
  });
  const isNoisy = neighbours.areLoud();
  const perThousand = (costs: number[][]): string => numberText(median(costs.flat()) * 1000);
  report.remark(
    `cpu s / 1,000 saves: ${perThousand(turns.small)} at ${small.street.households} households, ` +
      `${perThousand(turns.large)} at ${large.street.households}`,
  );
  const value = medianRatio(pluck(turns.large, Number), pluck(turns.small, Number));
  report.measure({ name: 'growth.save.cpu', value, unit: 'xSmall', limit: { atMost: 1.1 }, isNoisy });
}

export async function growthGroup(bench: Bench): Promise<void> {
  const { settings } = bench;
  const sizes = settings.isQuick ? [SMALL, 2 * SMALL] : [SMALL, MIDDLE, settings.households];
  const counts = new Map<number, Map<string, Figures>>();
  const standing: Standing[] = [];
  try {
    for (const households of sizes) {
      const one = await open(bench, households);
      standing.push(one);
      counts.set(households, await countsOf(one));
    }
    compare(bench, counts);
    if (settings.isQuick) return;
    const [small, large] = [standing[0], standing[standing.length - 1]];
    if (small !== undefined && large !== undefined) await compareCpu(bench, small, large);
  } finally {
    for (const { cloud } of standing) await cloud.close();
  }
}
