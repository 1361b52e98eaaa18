/** P12 and what exists of P13: the board, the wall of a building and a household's own file, in bytes, reads and CPU. */
import { gzipSync } from 'node:zlib';
import { addCounts, countDoors } from '@domain/census/coverage';
import type { DoorCounts } from '@domain/census/door';
import type { RequestRecord } from '../../local/cloud/observe/meter';
import type { BoardDocument, WallDocument } from '../../cloudfunctions/repositories/documents';
import { startCloud, type BenchCloud } from '../cloud/cloud';
import { BARE_FUNCTION } from '../cloud/places';
import { drive, post } from '../kit/load';
import { numberText } from '../kit/measure';
import type { BenchStreet, OpenedStreet } from '../street/bench-street';
import type { Seated } from '../street/seats';
import { emptyQueues, documentsOf, saveJobs } from './census';
import type { Bench } from './group';

export interface Look {
  readonly name: string;
  readonly who: Seated;
  readonly function: string;
  readonly procedure: string;
  readonly input: object;
}

const ANSWER_BYTES = 8_000;
const BOARD_GZIP_BYTES = 1_000;
const DOORS = 48;
/** Calls before the first that counts: a function that is asked all day runs compiled, and its first hundreds cost twice as much. */
const WARM = 600;

/** The building whose number of doors is nearest to 48 among those of the first compounds, with a worker who may see it. */
function wallLook({ cut, shifts }: BenchStreet): Look {
  const workers = new Map(shifts.flatMap((doors) => doors.map(({ unitId, worker }) => [unitId, worker])));
  const grids = new Map(cut.units.map(({ unit }) => [unit.wall._id, unit.wall.gridId]));
  const byGrid = new Map([...workers].map(([unitId, worker]) => [grids.get(unitId) ?? '', worker]));
  const doors = new Map<string, number>();
  for (const { unit, doors: inside } of cut.units) {
    doors.set(unit.wall.buildingId, (doors.get(unit.wall.buildingId) ?? 0) + inside.length);
  }
  const [nearest] = [...doors].sort((left, right) => Math.abs(left[1] - DOORS) - Math.abs(right[1] - DOORS));
  const buildingId = nearest?.[0] ?? '';
  const unit = cut.units.find((one) => one.unit.wall.buildingId === buildingId);
  const who = byGrid.get(unit?.unit.wall.gridId ?? '');
  if (who === undefined) throw new Error('nobody may see the wall');
  return { name: 'wall', who, function: 'census', procedure: 'readWall', input: { buildingId } };
}

/** The looks whose price must not grow with the street; each is the same one on a street of any size. */
export function looksOf(street: BenchStreet): Look[] {
  const resident = street.residents.find(({ size }) => size === 6) ?? street.residents[0];
  if (resident === undefined) throw new Error('the street has no residents');
  const { householdId } = resident;
  return [
    { name: 'board', who: street.staff('ADM'), function: 'board', procedure: 'readProgress', input: {} },
    wallLook(street),
    { name: 'own', who: resident, function: 'census', procedure: 'readMyHousehold', input: { householdId } },
  ];
}

export async function lookAt<Output>(cloud: BenchCloud, look: Look): Promise<Output> {
  return cloud.call<Output>(look.who, look.function, { procedure: look.procedure, input: look.input });
}

interface Cost {
  readonly answer: unknown;
  readonly record: RequestRecord;
  /** Milliseconds of the function's own process, and of cloud and function together. */
  readonly ownMs: number;
  readonly wholeMs: number;
}

/** Milliseconds a call of a warm function, its own and with the cloud's. */
async function timeOf(
  cloud: BenchCloud,
  {
    name,
    call,
    times,
  }: { readonly name: string; readonly call: () => Promise<unknown>; readonly times: number },
): Promise<Pick<Cost, 'ownMs' | 'wholeMs'>> {
  for (let index = 0; index < WARM; index += 1) await call();
  const own = cloud.functionWatch(name);
  const before = cloud.cpu();
  for (let index = 0; index < times; index += 1) await call();
  return { ownMs: (own() * 1000) / times, wholeMs: ((cloud.cpu() - before) * 1000) / times };
}

async function costOf(cloud: BenchCloud, look: Look, times: number): Promise<Cost> {
  const spent = await timeOf(cloud, { name: look.function, call: () => lookAt(cloud, look), times });
  return { ...spent, answer: await lookAt(cloud, look), record: await cloud.lastRecord(look.procedure) };
}

/** What the SDK alone costs for the read that a board costs, in the same host. */
async function remarkBareRead(
  { report }: Bench,
  cloud: BenchCloud,
  { street, times }: { readonly street: BenchStreet; readonly times: number },
): Promise<void> {
  const body = JSON.stringify({ boardId: street.cut.plan.street.id });
  const { openid } = street.staff('ADM');
  const call = (): Promise<string> =>
    post(`${cloud.url}/invoke/${BARE_FUNCTION}`, body, { 'x-wanjia-openid': openid });
  const { ownMs } = await timeOf(cloud, { name: BARE_FUNCTION, call, times });
  report.remark(`a bare read of the same board through the SDK: ${numberText(ownMs)} ms cpu`);
}

async function measureLook(
  { report }: Bench,
  cloud: BenchCloud,
  { look, times }: { readonly look: Look; readonly times: number },
): Promise<void> {
  const { answer, record, ownMs, wholeMs } = await costOf(cloud, look, times);
  const zipped = gzipSync(JSON.stringify(answer)).length;
  const name = `read.${look.name}`;
  report.remark(
    `${look.name}: ${record.scanned} documents examined, ${record.documentsRead} read, ${zipped} B gzipped, ` +
      `${numberText(wholeMs)} ms cpu with the cloud's own work`,
  );
  report.measure({ name: `${name}.reads`, value: record.reads, unit: 'reads', limit: { atMost: 1 } });
  report.measure({
    name: `${name}.bytes`,
    value: record.bytesOut,
    unit: 'B',
    limit: { atMost: ANSWER_BYTES },
  });
  if (look.name === 'board') {
    report.measure({ name: `${name}.gzip`, value: zipped, unit: 'B', limit: { atMost: BOARD_GZIP_BYTES } });
    report.measure({ name: `${name}.cpu`, value: ownMs, unit: 'ms', limit: { atMost: 2 } });
  } else report.measure({ name: `${name}.cpu`, value: ownMs, unit: 'ms', limit: { atMost: 5 } });
}

/** After saves all over the street the board equals a recount of every wall. */
async function measureRecount(
  { report, settings }: Bench,
  cloud: BenchCloud,
  opened: OpenedStreet,
): Promise<void> {
  await drive(8, saveJobs(cloud, opened.takeDoors(settings.saves[8])));
  await emptyQueues(cloud);
  const walls = await documentsOf<WallDocument>(cloud, 'walls', {});
  const recount = countDoors(walls.flatMap(({ slots }) => Object.values(slots)));
  const [street] = await documentsOf<BoardDocument>(cloud, 'boards', { kind: 'street' });
  if (street === undefined) throw new Error('the street has no board');
  const parts = addCounts(street.rows.map(({ counts }) => counts));
  const wrong = Object.entries(recount).filter(
    ([figure, count]) =>
      street.counts[figure as keyof DoorCounts] !== count || parts[figure as keyof DoorCounts] !== count,
  );
  report.measure({
    name: 'read.board.recount',
    value: wrong.length,
    unit: 'differences',
    limit: { atMost: 0 },
  });
}

export async function readGroup(bench: Bench): Promise<void> {
  const { report, streets, settings } = bench;
  report.remark(
    'P13: finding people and lists by state do not exist yet; what exists is the wall, the own file and the board',
  );
  report.remark(
    'cpu is that of the function and the SDK in it; the work of the cloud beside it stands in the remarks',
  );
  const street = await streets.of(settings.households);
  const opened = street.open();
  const cloud = await startCloud(opened);
  try {
    await measureRecount(bench, cloud, opened);
    const times = settings.isQuick ? 200 : 500;
    await remarkBareRead(bench, cloud, { street, times });
    for (const look of looksOf(street)) await measureLook(bench, cloud, { look, times });
  } finally {
    await cloud.close();
  }
}
