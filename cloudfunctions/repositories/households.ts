import type { HouseholdState } from '@domain/census/household';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { ConflictDocument, HouseholdDocument } from './documents';
import { readPage } from './pages';

const NAME = 'households';
const BEHIND_ONE_DOOR_MAX = 20;
const CONFLICTS_MAX = 60;
const EXPORT_PAGE = 1000;

/** The household that got this number behind this door; numbers are given in order and never again. */
export function householdId(doorId: string, seq: number): string {
  return digestId('household', doorId, String(seq));
}

export function findHousehold(reader: Reader, id: string): Promise<HouseholdDocument | undefined> {
  return reader.find<HouseholdDocument>(NAME, id);
}

/** Households behind a door in order. Index door_seq. */
export function householdsOfDoor(reader: Reader, doorId: string): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, {
    where: { doorId },
    order: [['seq', 'asc']],
    limit: BEHIND_ONE_DOOR_MAX,
  });
}

/** Disputed answers of a household, newest first. Index household_at. */
export function conflictsOf(reader: Reader, householdId: string): Promise<ConflictDocument[]> {
  return reader.search<ConflictDocument>('conflicts', {
    where: { householdId },
    order: [['at', 'desc']],
    limit: CONFLICTS_MAX,
  });
}

/** Households by id, in no order. */
export function householdsById(reader: Reader, ids: readonly string[]): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, { where: { _id: { in: ids } }, limit: ids.length });
}

/** Whether a household is still counted, and speaks. */
export type HouseholdStanding = Pick<HouseholdDocument, '_id' | 'state' | 'withdrawn' | 'consent'>;

/** The same of many, in no order. */
export function standingOf(reader: Reader, ids: readonly string[]): Promise<HouseholdStanding[]> {
  return reader.search<HouseholdStanding>(NAME, {
    where: { _id: { in: ids } },
    limit: ids.length,
    fields: ['state', 'withdrawn', 'consent'],
  });
}

const OF_ONE_KEY_MAX = 20;
const TO_MATCH_MAX = 100;

/** Households that are found by a key: a phone, a whole identity number. Index keys. */
export function householdsWithKey(reader: Reader, key: string): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, { where: { keys: key }, limit: OF_ONE_KEY_MAX });
}

/** Households whose people have not been looked for elsewhere since they were written. Index match. */
export function householdsToMatch(reader: Reader): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, { where: { matchState: 'due' }, limit: TO_MATCH_MAX });
}

/** What a table or a card is made of, less what the door's wall says: a third of a document. */
const EXPORTED_FIELDS = [
  'compoundId',
  'doorId',
  'seq',
  'routeKey',
  'state',
  'useState',
  'headName',
  'members',
  'phones',
  'vehicles',
  'refused',
  'channel',
  'filledOn',
  'confirmedOn',
  'withdrawn',
  'duplicates',
] as const;

/** A household as an export reads it. */
export type ExportedFields = Pick<HouseholdDocument, '_id' | (typeof EXPORTED_FIELDS)[number]>;

/** The next households of a compound in walking order, after a route key. Index compound_route. */
async function exportPage(reader: Reader, compoundId: string, after: string): Promise<ExportedFields[]> {
  return reader.search<ExportedFields>(NAME, {
    where: { compoundId, routeKey: { gt: after } },
    order: [['routeKey', 'asc']],
    limit: EXPORT_PAGE,
    fields: EXPORTED_FIELDS,
  });
}

/** Every household of a compound in walking order, a thousand a read. */
export async function* householdsOfCompound(
  reader: Reader,
  compoundId: string,
): AsyncGenerator<ExportedFields> {
  let page = await exportPage(reader, compoundId, '');
  while (page.length > 0) {
    yield* page;
    const last = page[page.length - 1];
    page =
      page.length < EXPORT_PAGE || last === undefined
        ? []
        : await exportPage(reader, compoundId, last.routeKey);
  }
}

/**
 * Households of several small compounds in one read, in no order; undefined where they are more than one read holds.
 * Index compound_route.
 */
export async function householdsOfCompounds(
  reader: Reader,
  compoundIds: readonly string[],
): Promise<ExportedFields[] | undefined> {
  const households = await reader.search<ExportedFields>(NAME, {
    where: { compoundId: { in: compoundIds } },
    limit: EXPORT_PAGE,
    fields: EXPORTED_FIELDS,
  });
  return households.length < EXPORT_PAGE ? households : undefined;
}

/** How each household of a compound was reached. */
type ReachedFields = Pick<
  HouseholdDocument,
  '_id' | 'gridId' | 'routeKey' | 'reached' | 'channel' | 'filledOn'
>;

/** Every household of a compound by how it was reached, a thousand a read. Index compound_route. */
export async function reachedInCompound(reader: Reader, compoundId: string): Promise<ReachedFields[]> {
  const all: ReachedFields[] = [];
  for (;;) {
    const page = await reader.search<ReachedFields>(NAME, {
      where: { compoundId, routeKey: { gt: all[all.length - 1]?.routeKey ?? '' } },
      order: [['routeKey', 'asc']],
      limit: EXPORT_PAGE,
      fields: ['routeKey', 'gridId', 'reached', 'channel', 'filledOn'],
    });
    all.push(...page);
    if (page.length < EXPORT_PAGE) return all;
  }
}

/** Households behind some doors of a unit. Index door_seq. */
export function householdsOfDoors(reader: Reader, doorIds: readonly string[]): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, {
    where: { doorId: { in: doorIds } },
    order: [['seq', 'asc']],
    limit: BEHIND_ONE_DOOR_MAX * doorIds.length,
  });
}

export function findConflict(reader: Reader, id: string): Promise<ConflictDocument | undefined> {
  return reader.find<ConflictDocument>('conflicts', id);
}

const BOUND_STATES: readonly HouseholdState[] = ['submitted', 'inReview', 'returned', 'approved', 'changing'];

/** One page of the households of an area that have not ended. Indexes building_, compound_route, grid_, community_state_route. */
export function openHouseholdsPage(
  reader: Reader,
  {
    field,
    id,
  }: { readonly field: 'buildingId' | 'compoundId' | 'gridId' | 'communityId'; readonly id: string },
  cursor: string | undefined,
): Promise<Page<HouseholdDocument>> {
  return readPage<HouseholdDocument>(reader, NAME, {
    where: { [field]: id, state: { in: BOUND_STATES } },
    sort: 'routeKey',
    direction: 'asc',
    cursor,
  });
}
