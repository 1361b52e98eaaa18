/** What came in by which way, made from households and waiting forms; and the hardest doors, made from walls. */
import { compareFacts, compareHardness, HARD_DOORS_MAX, isHard } from '@domain/work/hard-door';
import { addYieldDays, countArrivals, type Arrival } from '@domain/work/tactic';
import type {
  BoardDocument,
  GridYield,
  HardDoor,
  HouseholdDocument,
  SubmissionDocument,
  WallDocument,
  YieldDocument,
} from '../repositories/documents';
import { addressOf, doorIdOf, plateOf } from './door-place';

type Reached = Pick<HouseholdDocument, 'gridId' | 'reached' | 'channel' | 'filledOn'>;
type Waiting = Pick<SubmissionDocument, 'gridId' | 'channel' | 'receiptDay'>;

interface Records {
  readonly households: readonly Reached[];
  readonly forms: readonly Waiting[];
  readonly walls: readonly WallDocument[];
}
/** The scope that figures are made for, as its board names it. */
export type YieldScope = Pick<BoardDocument, '_id' | 'kind' | 'streetId' | 'communityId' | 'name' | 'order'>;

/** A household counts once, by its first answer; a form counts while it waits. */
function* arrivalsOf(households: readonly Reached[], forms: readonly Waiting[]): Generator<Arrival> {
  for (const { reached, channel, filledOn } of households) {
    yield { channel: reached?.channel ?? channel, day: reached?.on ?? filledOn, isWaiting: false };
  }
  for (const { channel, receiptDay } of forms) yield { channel, day: receiptDay, isWaiting: true };
}

/** Every door of a unit that nothing has come from. */
function hardDoorsOf(wall: WallDocument): HardDoor[] {
  return Object.entries(wall.slots).flatMap(([slot, stored]) => {
    if (!isHard(stored)) return [];
    const doorId = doorIdOf(wall._id, slot);
    return [
      {
        doorId,
        routeKey: stored.routeKey,
        attempts: stored.attempts ?? 0,
        refusals: stored.refusals ?? 0,
        triedOn: stored.triedOn ?? '',
        plate: plateOf(addressOf({ doorId, slot: Number(slot), stored, wall })),
        gridId: wall.gridId,
        state: stored.state,
        assigneeId: wall.assigneeId ?? '',
      },
    ];
  });
}

/** A recount of one compound. */
export function compoundYield(
  scope: YieldScope & Pick<YieldDocument, 'asOf' | 'source'>,
  records: Records,
): YieldDocument {
  const hard = records.walls.flatMap(hardDoorsOf);
  return {
    ...scope,
    left: hard.length,
    days: countArrivals(arrivalsOf(records.households, records.forms)),
    hardest: hard.sort(compareHardness).slice(0, HARD_DOORS_MAX),
    grids: gridsOf(records),
    rows: [],
  };
}

/** The same records, grid by grid. */
function gridsOf({ households, forms, walls }: Records): GridYield[] {
  const names = new Map(walls.map(({ gridId, address }) => [gridId, address.grid]));
  return [...names].map(([id, name]) => {
    const isOf = ({ gridId }: { readonly gridId: string }): boolean => gridId === id;
    return {
      id,
      name,
      left: walls.filter(isOf).flatMap(hardDoorsOf).length,
      days: countArrivals(arrivalsOf(households.filter(isOf), forms.filter(isOf))),
    };
  });
}

/** The figures of every grid that has doors in these compounds; a grid proposes no doors, it has its walls. */
export function gridYields(community: YieldDocument, compounds: readonly YieldDocument[]): YieldDocument[] {
  const parts = compounds.flatMap(({ grids = [] }) => grids);
  const ids = [...new Set(parts.map(({ id }) => id))];
  const { streetId, communityId, asOf, source } = community;
  return ids.map((_id, order) => {
    const own = parts.filter(({ id }) => id === _id);
    const left = own.reduce((total, part) => total + part.left, 0);
    const days = addYieldDays(own.map((part) => part.days));
    const name = own[0]?.name ?? '';
    return {
      _id,
      kind: 'grid',
      streetId,
      communityId,
      name,
      order,
      left,
      days,
      hardest: [],
      rows: [],
      asOf,
      source,
    };
  });
}

/** Doors of equal facts stay together, compound by compound and as one walks there. */
function hardestAmong(parts: readonly YieldDocument[]): HardDoor[] {
  const doors = parts.flatMap(({ hardest }) => hardest);
  return doors.sort(compareFacts).slice(0, HARD_DOORS_MAX);
}

/** The figures of a scope from those of its parts. The street proposes no doors: its communities do. */
export function sumYield(
  scope: YieldScope & Pick<YieldDocument, 'asOf' | 'source'>,
  parts: readonly YieldDocument[],
): YieldDocument {
  return {
    ...scope,
    left: parts.reduce((total, part) => total + part.left, 0),
    days: addYieldDays(parts.map(({ days }) => days)),
    hardest: scope.kind === 'street' ? [] : hardestAmong(parts),
    rows: parts.map(({ _id, name, left }) => ({ id: _id, name, left })),
  };
}
