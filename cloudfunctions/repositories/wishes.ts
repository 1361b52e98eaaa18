import type { WishKind } from '@domain/wish/wish';
import type { WishStep } from '@domain/wish/wish-clock';
import type { Page } from '@domain/kernel/page';
import type { Reader, Query } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { WishDocument, WishFiguresDocument } from './documents';
import { readPage } from './pages';

const NAME = 'wishes';
/** Why a wish waits for the office. */
export const WISH_DESKS = ['review', 'done', 'notReceived', 'closing'] as const;
const AT_DOOR_MAX = 40;
const OLDEST_MAX = 10;
const DUE_MAX = 200;
const COUNTED_AT_ONCE = 1000;

export function findWish(reader: Reader, id: string): Promise<WishDocument | undefined> {
  return reader.find<WishDocument>(NAME, id);
}

/** Wishes of one door, newest first. Index door_at. */
export function wishesOfDoor(reader: Reader, doorId: string): Promise<WishDocument[]> {
  return reader.search<WishDocument>(NAME, {
    where: { doorId },
    order: [['at', 'desc']],
    limit: AT_DOOR_MAX,
  });
}

export interface BoardFilter {
  readonly streetId: string;
  readonly view: 'open' | 'met';
  readonly kind: WishKind | undefined;
  /** Undefined for every compound. */
  readonly compoundIds: readonly string[] | undefined;
  readonly cursor: string | undefined;
  /** Of a volunteer: where they may claim. Absent for everybody else. */
  readonly communityIds: readonly string[] | undefined;
}

function groundOf({ streetId, compoundIds, communityIds }: BoardFilter): Query['where'] {
  const narrow = compoundIds === undefined ? {} : { compoundId: { in: compoundIds } };
  if (communityIds !== undefined) return { communityId: { in: communityIds }, ...narrow };
  return compoundIds === undefined ? { streetId } : narrow;
}

/**
 * One page of the board: unclaimed wishes, who has waited longest on top; or met ones, the newest first. Indexes
 * by street, compound and community: state_published, state_kind_published.
 */
export function wishesOnBoard(reader: Reader, filter: BoardFilter): Promise<Page<WishDocument>> {
  const { view, kind, cursor } = filter;
  return readPage<WishDocument>(reader, NAME, {
    where: {
      ...groundOf(filter),
      state: view === 'open' ? 'published' : 'confirmed',
      ...(kind === undefined ? {} : { kind }),
    },
    sort: 'publishedAt',
    direction: view === 'open' ? 'asc' : 'desc',
    cursor,
  });
}

/** Unclaimed wishes of some communities that have waited longest. Index community_state_published. */
export function oldestWishes(reader: Reader, communityIds: readonly string[]): Promise<WishDocument[]> {
  return reader.search<WishDocument>(NAME, {
    where: { communityId: { in: communityIds }, state: 'published' },
    order: [['publishedAt', 'asc']],
    limit: OLDEST_MAX,
  });
}

/** One page of what somebody made or has claimed, newest first. Indexes madeBy_at, claimedBy_at. */
export function wishesOf(
  reader: Reader,
  who: { readonly madeBy: string } | { readonly claimedBy: string },
  cursor: string | undefined,
): Promise<Page<WishDocument>> {
  return readPage<WishDocument>(reader, NAME, {
    where: { ...who },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** One page of what waits for the office, longest first. Indexes community_desk_at, street_desk_at. */
export function wishesOnDesk(
  reader: Reader,
  { field, values }: AreaFilter,
  cursor: string | undefined,
): Promise<Page<WishDocument>> {
  return readPage<WishDocument>(reader, NAME, {
    where: { [field]: { in: values }, desk: { in: WISH_DESKS } },
    sort: 'deskAt',
    direction: 'asc',
    cursor,
  });
}

/** One page of what hangs on the board, or is in hand, who has waited longest on top. Indexes community_, street_state_published. */
export function wishesUnderWay(
  reader: Reader,
  { field, values }: AreaFilter,
  { isInHand, cursor }: { readonly isInHand: boolean; readonly cursor: string | undefined },
): Promise<Page<WishDocument>> {
  return readPage<WishDocument>(reader, NAME, {
    where: {
      [field]: { in: values },
      state: { in: isInHand ? ['claimed', 'underway', 'done'] : ['published'] },
    },
    sort: 'publishedAt',
    direction: 'asc',
    cursor,
  });
}

/** Wishes at which something has fallen due. Index step_stepOn. */
export function dueWishes(reader: Reader, step: WishStep, today: string): Promise<WishDocument[]> {
  return reader.search<WishDocument>(NAME, {
    where: { step, stepOn: { lte: today } },
    order: [['stepOn', 'asc']],
    limit: DUE_MAX,
  });
}

const COUNTED_FIELDS = [
  'at',
  'state',
  'publishedAt',
  'firstClaimOn',
  'closedOn',
  'householdId',
  'compoundId',
  'compound',
  'communityId',
] as const;

/** What the figures are made of. */
export type CountedWish = Pick<WishDocument, '_id' | (typeof COUNTED_FIELDS)[number]>;

/** Every wish of a street, a thousand a read, in the order in which they were made. Index street_at. */
export function countedWishes(reader: Reader, streetId: string, after: number): Promise<CountedWish[]> {
  return reader.search<CountedWish>(NAME, {
    where: { streetId, at: { gte: after } },
    order: [['at', 'asc']],
    limit: COUNTED_AT_ONCE,
    fields: COUNTED_FIELDS,
  });
}

export function findFigures(reader: Reader, streetId: string): Promise<WishFiguresDocument | undefined> {
  return reader.find<WishFiguresDocument>('wishFigures', streetId);
}
