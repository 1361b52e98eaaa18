/**
 * Brings the boards up to the walls: each compound that an event touched is recounted, then its community, then the street.
 * The events are marked last, so that a run that dies is repeated and ends at the same figures (D33).
 */
import type { Store } from '../kernel/store';
import { boardsOfStreet, compoundBoardsOf, findBoard } from '../repositories/boards';
import type { BoardDocument, EventDocument } from '../repositories/documents';
import { findArea, findCompound } from '../repositories/frame';
import { markRolled, unrolledEvents } from '../repositories/trail';
import { wallsOfCompound } from '../repositories/walls';
import { compoundBoard, sumBoard, type Newest } from './boards';

const EVENTS_A_BATCH = 500;

function newestByCompound(events: readonly EventDocument[]): Map<string, Newest> {
  const newest = new Map<string, Newest>();
  for (const { compoundId, at, _id } of events) {
    if (compoundId !== '') newest.set(compoundId, { at, id: _id });
  }
  return newest;
}

/** Of two runs at once the one that saw the older walls changes nothing. */
async function keepBoard(store: Store, { _id, ...facts }: BoardDocument): Promise<void> {
  const where = { _id, wallsVersion: { lte: facts.wallsVersion } };
  const kept = await store.patchWhere('boards', where, facts);
  if (kept === 0 && (await findBoard(store, _id)) === undefined) {
    await store.insert('boards', [{ _id, ...facts }]);
  }
}

async function recountCompound(
  store: Store,
  compoundId: string,
  facts: { asOf: number; newest: Newest },
): Promise<BoardDocument | undefined> {
  const compound = await findCompound(store, compoundId);
  if (compound === undefined) return undefined;
  const board = compoundBoard(compound, await wallsOfCompound(store, compoundId), facts);
  await keepBoard(store, board);
  return board;
}

async function sumCommunity(store: Store, communityId: string, asOf: number): Promise<void> {
  const parts = await compoundBoardsOf(store, communityId);
  const former = await findBoard(store, communityId);
  const area = former ?? (await findArea(store, communityId));
  const streetId = parts[0]?.streetId;
  if (area === undefined || streetId === undefined) return;
  const { name, order } = area;
  const facts = { _id: communityId, kind: 'community' as const, streetId, communityId, name, order };
  await keepBoard(store, sumBoard(facts, parts, asOf));
}

async function sumStreet(store: Store, streetId: string, asOf: number): Promise<void> {
  const street = (await findBoard(store, streetId)) ?? (await findArea(store, streetId));
  if (street === undefined) return;
  const parts = await boardsOfStreet(store, streetId, 'community');
  const { name, order } = street;
  const facts = { _id: streetId, kind: 'street' as const, streetId, communityId: '', name, order };
  await keepBoard(store, sumBoard(facts, parts, asOf));
}

/** Then their communities and the streets above them. */
async function sumAbove(store: Store, touched: readonly BoardDocument[], asOf: number): Promise<void> {
  for (const communityId of new Set(touched.map((board) => board.communityId))) {
    await sumCommunity(store, communityId, asOf);
  }
  for (const streetId of new Set(touched.map((board) => board.streetId))) {
    await sumStreet(store, streetId, asOf);
  }
}

/** Compounds whose walls a timer has moved: no event tells of it, so what the boards know as their newest stays. */
export async function recountCompounds(
  store: Store,
  compoundIds: readonly string[],
  asOf: number,
): Promise<void> {
  const touched: BoardDocument[] = [];
  for (const compoundId of compoundIds) {
    const former = await findBoard(store, compoundId);
    const newest = { at: former?.newestEventAt ?? 0, id: former?.newestEventId ?? '' };
    const board = await recountCompound(store, compoundId, { asOf, newest });
    if (board !== undefined) touched.push(board);
  }
  await sumAbove(store, touched, asOf);
}

/** One batch; true where there may be more. */
async function rollBatch(store: Store, asOf: number): Promise<boolean> {
  const events = await unrolledEvents(store);
  if (events.length === 0) return false;
  const touched: BoardDocument[] = [];
  for (const [compoundId, newest] of newestByCompound(events)) {
    const board = await recountCompound(store, compoundId, { asOf, newest });
    if (board !== undefined) touched.push(board);
  }
  await sumAbove(store, touched, asOf);
  await markRolled(
    store,
    events.map(({ _id }) => _id),
  );
  return events.length === EVENTS_A_BATCH;
}

/** Until nothing waits or `isTimeUp`. The export forces it, so that its figures and its kept pieces are the newest. */
export async function rollUp(store: Store, asOf: number, isTimeUp: () => boolean): Promise<void> {
  while (!isTimeUp() && (await rollBatch(store, asOf)));
}
