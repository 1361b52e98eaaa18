/**
 * Route packs: all that a worker needs of a unit without network, fetched in the morning, masked as it comes and sealed, one
 * key a unit. A pack serves the seat that fetched it, as long as the cloud says; what is fetched anew replaces it.
 */
import type { PackDoor, visitContract } from '@domain/contract/visit';
import type { Plate } from '@domain/census/door';
import { utf8Bytes } from '@domain/kernel/bytes';
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { ProblemReport } from '@domain/kernel/problem';
import { actingSeat } from '../../../services/acting';
import { now, rememberSkew, trueNow } from '../../../services/clock';
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';
import { storageRoom } from '../../../services/storage-room';
import { after } from '../../../services/timer';
import { visit } from '../../../services/visit';
import { rememberReceiptKey } from './receipt-check';

type Answer = ProcedureOutput<(typeof visitContract)['downloadUnit']>;
type UnitLine = ProcedureOutput<(typeof visitContract)['listUnits']>['units'][number];

export type RoutePack = Omit<Answer, 'nextSlot'>;

/** What is known of a pack without opening it. */
export interface PackLine {
  unitId: string;
  buildingId: string;
  seatId: string;
  plate: Plate;
  doors: number;
  left: number;
  bytes: number;
  packedAt: number;
  usableUntil: number;
}

export interface DownloadStep {
  done: number;
  of: number;
}

export type DownloadEnd = { ok: true } | { ok: false; problem: ProblemReport | 'noRoom' };

const LIST_KEY = 'packs';
const packKey = (unitId: string): string => `pack:${unitId}`;
/** A phone holds 10 MB, and records come first. */
const PACKS_BYTES_MAX = 4 * 1024 * 1024;

/** Fetches every unit of the acting seat; what was fetched before a failure stays. */
export async function downloadPacks(tell: (step: DownloadStep) => void): Promise<DownloadEnd> {
  const units: UnitLine[] = [];
  let cursor: string | undefined;
  do {
    const reply = await visit.listUnits(cursor === undefined ? {} : { cursor });
    if (!reply.ok) return reply;
    units.push(...reply.data.units);
    cursor = reply.data.next;
    await nextTurn();
  } while (cursor !== undefined);
  await forgetOthers(units);
  for (const [index, unit] of units.entries()) {
    tell({ done: index, of: units.length });
    const end = await downloadUnit(unit);
    if (!end.ok) return end;
    await nextTurn();
  }
  tell({ done: units.length, of: units.length });
  return { ok: true };
}

/** Packs that the acting seat can still use, in walking order. */
export async function packLines(): Promise<PackLine[]> {
  const stored = await readStored(LIST_KEY, 'sealed');
  const lines = Array.isArray(stored) ? stored.filter(isLine) : [];
  return lines.filter(
    ({ seatId, usableUntil }) => seatId === (actingSeat() ?? '') && usableUntil > trueNow(),
  );
}

export async function packOfUnit(unitId: string): Promise<RoutePack | undefined> {
  const line = (await packLines()).find((one) => one.unitId === unitId);
  return line === undefined ? undefined : openPack(unitId);
}

/** By number, as the wall shows them with a network. */
export async function packsOfBuilding(buildingId: string): Promise<RoutePack[]> {
  const lines = (await packLines()).filter((one) => one.buildingId === buildingId);
  const packs = await Promise.all(lines.map(({ unitId }) => openPack(unitId)));
  const numeric = { numeric: true };
  return packs
    .filter((pack) => pack !== undefined)
    .sort((left, right) => left.unit.label.localeCompare(right.unit.label, 'en', numeric));
}

/** One unit on its own, where a page needs it and it was not fetched in the morning. */
export async function bringPack(unitId: string): Promise<DownloadEnd> {
  return downloadUnit({ id: unitId, left: 0 });
}

export function unitOfDoor(doorId: string): string {
  return doorId.slice(0, doorId.lastIndexOf('-'));
}

/** A door, and the pack it lies in. */
export interface Packed {
  pack: RoutePack;
  door: PackDoor;
}

export async function packedDoor(doorId: string): Promise<Packed | undefined> {
  const pack = await packOfUnit(unitOfDoor(doorId));
  const door = pack?.doors.find(({ id }) => id === doorId);
  return pack === undefined || door === undefined ? undefined : { pack, door };
}

async function downloadUnit(unit: Pick<UnitLine, 'id' | 'left'>): Promise<DownloadEnd> {
  const { level } = await storageRoom();
  const held = (await packLines()).reduce((sum, { bytes }) => sum + bytes, 0);
  if (level !== 'ample' || held > PACKS_BYTES_MAX) return { ok: false, problem: 'noRoom' };
  const reply = await fetchPack(unit.id);
  if (!reply.ok) return reply;
  await keepPack(unit, reply.pack);
  return { ok: true };
}

type Fetched = { ok: true; pack: RoutePack } | { ok: false; problem: ProblemReport };

async function fetchPack(unitId: string): Promise<Fetched> {
  const doors: PackDoor[] = [];
  let fromSlot: number | undefined;
  for (;;) {
    const reply = await visit.downloadUnit({ unitId, ...(fromSlot === undefined ? {} : { fromSlot }) });
    if (!reply.ok) return reply;
    const { nextSlot, ...pack } = reply.data;
    doors.push(...pack.doors);
    if (nextSlot === undefined) return { ok: true, pack: { ...pack, doors } };
    fromSlot = nextSlot;
  }
}

async function keepPack({ id: unitId, left }: Pick<UnitLine, 'id' | 'left'>, pack: RoutePack): Promise<void> {
  const { unit, plate, packedAt, usableUntil, receipts, doors } = pack;
  await rememberSkew(packedAt - now());
  await rememberReceiptKey({ unitId, gridId: unit.gridId }, receipts);
  await writeStored(packKey(unitId), pack, 'sealed');
  const line: PackLine = {
    ...{ unitId, buildingId: unit.buildingId, seatId: actingSeat() ?? '', plate, doors: doors.length, left },
    ...{ bytes: utf8Bytes(JSON.stringify(pack)).length, packedAt, usableUntil },
  };
  const others = (await packLines()).filter((one) => one.unitId !== unitId);
  await writeStored(LIST_KEY, [...others, line], 'sealed');
}

/** Units that are not walked any more, and packs that ran out. */
async function forgetOthers(units: readonly UnitLine[]): Promise<void> {
  const stored = await readStored(LIST_KEY, 'sealed');
  const held = Array.isArray(stored) ? stored.filter(isLine) : [];
  const kept = (await packLines()).filter(({ unitId }) => units.some(({ id }) => id === unitId));
  const gone = held.filter(({ unitId }) => !kept.some((one) => one.unitId === unitId));
  await writeStored(LIST_KEY, kept, 'sealed');
  for (const { unitId } of gone) await removeStored(packKey(unitId));
}

async function openPack(unitId: string): Promise<RoutePack | undefined> {
  const stored = await readStored(packKey(unitId), 'sealed');
  return isPack(stored) ? stored : undefined;
}

function isPack(stored: unknown): stored is RoutePack {
  return isRecord(stored) && typeof stored['pack'] === 'string' && Array.isArray(stored['doors']);
}

function isLine(stored: unknown): stored is PackLine {
  return isRecord(stored) && typeof stored['unitId'] === 'string' && typeof stored['bytes'] === 'number';
}

/** A download is many calls: the page draws and answers touches between them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    after(0, resolve);
  });
}
