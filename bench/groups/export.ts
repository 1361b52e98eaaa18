/** P7, P8, P9: the whole street as a workbook, beside a workbook put together by hand, and again when little has changed. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programPath } from '../cloud/build';
import { startCloud } from '../cloud/cloud';
import { firstMessage } from '../kit/program';
import type { SheetFloorCost, SheetFloorSettings } from '../floors/sheet-floor';
import { alternate, pluck } from '../kit/alternate';
import { drive } from '../kit/load';
import { numberText } from '../kit/measure';
import { mean, median, medianRatio } from '../kit/statistics';
import { save } from './census';
import { expectedSheets, wrongCells } from './export-cells';
import { checkIdleRun, exportStreet, fileOf, type Exported, type Stand } from './export-job';
import { measureKilled } from './export-killed';
import { measureOffice } from './export-office';
import type { Bench } from './group';

const LEVEL = 6;
/** Of the floor's workbook: the rows that it writes again and again. */
const SAMPLE_ROWS = 5_000;
const CHANGED = 10;
const MB = 1e6;
/** Households in a read. */
const PAGE = 1_000;
/** Waiting events, boards, kept sheets (ADR 0013). */
const READS_NONE = 3;
/** The same with the roll-up's five and two of walls; on top of them the pages of what changed (ADR 0013). */
const READS_SOME = 10;

/** Nothing is kept: every sheet has to be made. */
async function exportCold(stand: Stand): Promise<Exported> {
  await stand.cloud.control('PUT collections/exportPieces', { documents: [] });
  return exportStreet(stand);
}

async function runFloor({ bench, street }: Stand, sample: readonly string[][]): Promise<SheetFloorCost> {
  const folder = bench.streets.newFolder();
  const settings: SheetFloorSettings = {
    sample: join(folder, 'sample.json'),
    sheets: street.cut.plan.compounds.length,
    rows: street.people,
    level: LEVEL,
    out: join(folder, 'floor.zip'),
  };
  writeFileSync(settings.sample, JSON.stringify(sample));
  return firstMessage(fork(programPath('sheet-floor'), [JSON.stringify(settings)], { execArgv: [] }));
}

async function measureCold(stand: Stand): Promise<{ cold: Exported[]; floors: SheetFloorCost[] }> {
  const { bench, street } = stand;
  const { report, neighbours, settings } = bench;
  const sample = [...expectedSheets(street).values()].flat().slice(0, SAMPLE_ROWS);
  neighbours.cores();
  const floors: SheetFloorCost[] = [];
  const cold: Exported[] = [];
  const turns = await alternate(settings.cycles, {
    floor: async () => {
      const cost = await runFloor(stand, sample);
      floors.push(cost);
      return cost.sheetCpuSeconds;
    },
    ours: async () => {
      const cost = await exportCold(stand);
      cold.push(cost);
      return cost.cpuSeconds;
    },
  });
  const isNoisy = neighbours.areLoud();
  const ratio = medianRatio(pluck(turns.ours, Number), pluck(turns.floor, Number));
  report.remark(
    `floor f4 ${numberText(median(turns.floor.flat()))} cpu s, ${numberText((floors[0]?.bytes ?? 0) / MB)} MB; ` +
      `ours ${numberText(median(turns.ours.flat()))} cpu s in the function, ` +
      `${numberText(median(cold.map(({ treeSeconds }) => treeSeconds)))} with the cloud's own work`,
  );
  report.measure({ name: 'export.cpu', value: ratio, unit: 'xF4', limit: { atMost: 1.25 }, isNoisy });
  const peak = Math.max(...cold.map(({ peakBytes }) => peakBytes)) / 2 ** 20;
  const step = Math.max(...cold.map(({ stepMs }) => stepMs)) / 1000;
  report.measure({ name: 'export.step', value: step, unit: 's', limit: { atMost: 15 } });
  report.measure({ name: 'export.rss', value: peak, unit: 'MiB', limit: { atMost: 128 } });
  return { cold, floors };
}

async function measureFile(stand: Stand, cold: readonly Exported[]): Promise<void> {
  const { bench, street } = stand;
  const { report } = bench;
  const [first] = cold;
  const last = cold[cold.length - 1];
  if (first === undefined || last === undefined) throw new Error('nothing was exported');
  report.measure({ name: 'export.file', value: first.fileBytes / MB, unit: 'MB', limit: { atMost: 30 } });
  report.measure({
    name: 'export.rows',
    value: Math.abs(first.rows - street.people),
    unit: 'missing',
    limit: { atMost: 0 },
  });
  report.measure({ name: 'export.reads.cold', value: first.reads, unit: 'reads', limit: { atMost: 200 } });
  report.measure({ name: 'export.ops.cold', value: first.operations, unit: 'ops', limit: { atMost: 252 } });
  const file = await fileOf(stand, last.id);
  const sheets = expectedSheets(street);
  const wrong = await wrongCells(file, sheets);
  report.remark(`${[...sheets.values()].flat().length} rows of ${sheets.size} sheets read back`);
  report.measure({ name: 'export.cells', value: wrong, unit: 'wrong', limit: { atMost: 0 } });
  measureOffice(bench, file, { names: [...sheets.keys()], rows: street.people });
  await measureKilled(stand, sheets, first.operations);
}

interface Changed {
  readonly compounds: number;
  /** Reads of a thousand that hold their households. */
  readonly pages: number;
}

/** One save in each of some compounds. */
async function changeCompounds({ street, cloud }: Stand): Promise<Changed> {
  const doors = new Map(street.shifts.flat().map((door) => [door.compoundId, door]));
  const chosen = [...doors.values()].slice(0, CHANGED);
  await drive(1, [chosen.map((door) => () => save(cloud, door))]);
  const homes = (compoundId: string): number =>
    street.cut.units
      .filter(({ unit }) => unit.wall.compoundId === compoundId)
      .flatMap((unit) => unit.doors)
      .filter(({ fate }) => fate.kind === 'home').length;
  const pages = chosen.map(({ compoundId }) => Math.ceil((homes(compoundId) + 1) / PAGE));
  return { compounds: chosen.length, pages: pages.reduce((total, count) => total + count, 0) };
}

async function measureWarm(
  stand: Stand,
  cold: readonly Exported[],
  floors: readonly SheetFloorCost[],
): Promise<void> {
  const { report, settings } = stand.bench;
  const whole = median(cold.map(({ cpuSeconds }) => cpuSeconds));
  const none = await exportStreet(stand);
  const changed = await changeCompounds(stand);
  const some = await exportStreet(stand);
  const f5 = mean(floors.map(({ piecesCpuSeconds }) => piecesCpuSeconds));
  const of = stand.street.cut.plan.compounds.length;
  report.remark(
    `floor f5 ${numberText(f5)} cpu s; ${changed.compounds} of ${of} compounds changed ${numberText(some.cpuSeconds)} cpu s, ` +
      `${some.reads} reads; none changed ${numberText(none.cpuSeconds)} cpu s, ${none.reads} reads, ${none.operations} ops`,
  );
  report.measure({
    name: 'export.reads.none',
    value: none.reads,
    unit: 'reads',
    limit: { atMost: READS_NONE },
  });
  report.measure({
    name: 'export.reads.some',
    value: some.reads,
    unit: 'reads',
    limit: { atMost: changed.pages + READS_SOME },
  });
  report.measure({ name: 'export.ops.none', value: none.operations, unit: 'ops', limit: { atMost: 8 } });
  if (settings.isQuick) return;
  report.measure({
    name: 'export.cpu.some',
    value: some.cpuSeconds / whole,
    unit: 'xWhole',
    limit: { atMost: 1 / 8 },
  });
  report.measure({
    name: 'export.cpu.none',
    value: none.cpuSeconds / whole,
    unit: 'xWhole',
    limit: { atMost: 1 / 100 },
  });
  report.measure({
    name: 'export.cpu.none.floor',
    value: none.cpuSeconds / f5,
    unit: 'xF5',
    limit: { atMost: 5 },
  });
}

export async function exportGroup(bench: Bench): Promise<void> {
  const { report, streets, settings } = bench;
  report.remark(
    'F4 reads no database: what is judged against it is the cpu of the function and the SDK in it',
  );
  const street = await streets.of(settings.households);
  const cloud = await startCloud(street.open());
  try {
    const stand: Stand = { bench, street, cloud };
    await checkIdleRun(cloud);
    const { cold, floors } = await measureCold(stand);
    await measureFile(stand, cold);
    await measureWarm(stand, cold, floors);
  } finally {
    await cloud.close();
  }
}
