/**
 * Brings the boards up to the walls: each compound that an event touched is recounted, then its community, then the street; tasks
 * at doors that have answered end with it.
 * The events are marked last, so that a run that dies is repeated and ends at the same figures (D33).
 */
import type { Store } from '../kernel/store';
import { boardsById, boardsOfStreet, compoundBoardsOf, findBoard } from '../repositories/boards';
import type { BoardDocument, EventDocument, WallDocument } from '../repositories/documents';
import { compoundsById, findArea } from '../repositories/frame';
import { markRolled, TRAIL_BATCH, unrolledEvents } from '../repositories/trail';
import { wallsOfCompound, wallsOfCompounds } from '../repositories/walls';
import { compoundBoard, sumBoard, type Newest } from './boards';
import { voidAnsweredTasks } from './hard-door-tasks';

/** Of some fifty units each, so that a read of a thousand holds them. */
const COMPOUNDS_A_READ = 12;
const UNKNOWN: Newest = { at: 0, id: '' };

function newestByCompound(events: readonly EventDocument[]): Map<string, Newest> {
  const newest = new Map<string, Newest>();
  for (const { compoundId, alsoMoved = [], at, _id } of events) {
    for (const moved of [compoundId, ...alsoMoved]) if (moved !== '') newest.set(moved, { at, id: _id });
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

/** Walls of some compounds: of all at once where one read holds them. */
async function readWalls(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly WallDocument[]>> {
  const walls = new Map<string, WallDocument[]>(ids.map((id) => [id, []]));
  const together = ids.length > 1 ? await wallsOfCompounds(store, ids) : undefined;
  for (const wall of together ?? []) walls.get(wall.compoundId)?.push(wall);
  if (together !== undefined) return walls;
  for (const id of ids) walls.set(id, await wallsOfCompound(store, id));
  return walls;
}

interface Above {
  readonly known: ReadonlyMap<string, BoardDocument>;
  readonly asOf: number;
}

async function sumCommunity(
  store: Store,
  { communityId, parts }: { readonly communityId: string; readonly parts: readonly BoardDocument[] },
  { known, asOf }: Above,
): Promise<void> {
  const streetId = parts[0]?.streetId;
  const area = known.get(communityId) ?? (await findArea(store, communityId));
  if (area === undefined || streetId === undefined) return;
  const { name, order } = area;
  const facts = { _id: communityId, kind: 'community' as const, streetId, communityId, name, order };
  await keepBoard(store, sumBoard(facts, parts, asOf));
}

async function sumStreet(store: Store, streetId: string, { known, asOf }: Above): Promise<void> {
  const street = known.get(streetId) ?? (await findArea(store, streetId));
  if (street === undefined) return;
  const parts = await boardsOfStreet(store, streetId, 'community');
  const { name, order } = street;
  const facts = { _id: streetId, kind: 'street' as const, streetId, communityId: '', name, order };
  await keepBoard(store, sumBoard(facts, parts, asOf));
}

/** Then their communities and the streets above them, from what stands by now. */
async function sumAbove(store: Store, touched: readonly BoardDocument[], asOf: number): Promise<void> {
  const communityIds = [...new Set(touched.map((board) => board.communityId))];
  const streetIds = [...new Set(touched.map((board) => board.streetId))];
  const formers = await boardsById(store, [...communityIds, ...streetIds]);
  const above: Above = { known: new Map(formers.map((board) => [board._id, board])), asOf };
  const all = await compoundBoardsOf(store, communityIds);
  for (const communityId of communityIds) {
    const parts = all.filter((part) => part.communityId === communityId);
    await sumCommunity(store, { communityId, parts }, above);
  }
  for (const streetId of streetIds) await sumStreet(store, streetId, above);
}

/** Each compound from its walls, with the newest event that it is to know of, and everything above. */
async function recount(store: Store, newest: ReadonlyMap<string, Newest>, asOf: number): Promise<void> {
  const compounds = await compoundsById(store, [...newest.keys()]);
  const boards: BoardDocument[] = [];
  for (let start = 0; start < compounds.length; start += COMPOUNDS_A_READ) {
    const part = compounds.slice(start, start + COMPOUNDS_A_READ);
    const walls = await readWalls(
      store,
      part.map(({ _id }) => _id),
    );
    await voidAnsweredTasks(store, walls, { now: asOf });
    for (const compound of part) {
      const { _id } = compound;
      const facts = { asOf, newest: newest.get(_id) ?? UNKNOWN };
      const board = compoundBoard(compound, walls.get(_id) ?? [], facts);
      await keepBoard(store, board);
      boards.push(board);
    }
  }
  if (boards.length > 0) await sumAbove(store, boards, asOf);
}

/** Compounds whose walls a timer has moved: no event tells of it, so what the boards know as their newest stays. */
export async function recountCompounds(
  store: Store,
  compoundIds: readonly string[],
  asOf: number,
): Promise<void> {
  const formers = await boardsById(store, compoundIds);
  const newest = new Map<string, Newest>(compoundIds.map((id) => [id, UNKNOWN]));
  for (const { _id, newestEventAt, newestEventId } of formers) {
    newest.set(_id, { at: newestEventAt, id: newestEventId });
  }
  await recount(store, newest, asOf);
}

/** One batch; true where there may be more. */
async function rollBatch(store: Store, asOf: number): Promise<boolean> {
  const events = await unrolledEvents(store);
  if (events.length === 0) return false;
  await recount(store, newestByCompound(events), asOf);
  await markRolled(
    store,
    events.map(({ _id }) => _id),
  );
  return events.length === TRAIL_BATCH;
}

/** Until nothing waits or `isTimeUp`. The export forces it, so that its figures and its kept pieces are the newest. */
export async function rollUp(store: Store, asOf: number, isTimeUp: () => boolean): Promise<void> {
  while (!isTimeUp() && (await rollBatch(store, asOf)));
}
