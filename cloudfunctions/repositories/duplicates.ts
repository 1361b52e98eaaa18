import type { Page } from '@domain/kernel/page';
import type { DuplicateState } from '@domain/register/same-person';
import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { DuplicateDocument, DuplicateSide } from './documents';
import { readPage } from './pages';

const NAME = 'duplicates';
const OF_A_HOUSEHOLD_MAX = 60;

type Person = Pick<DuplicateSide, 'householdId' | 'memberKey'>;

function textOf({ householdId, memberKey }: Person): string {
  return `${householdId}.${memberKey}`;
}

/** The same two records are one doubt, whichever was found first. */
export function duplicateId(left: Person, right: Person): string {
  return digestId('duplicate', ...[textOf(left), textOf(right)].sort());
}

export function findDuplicate(reader: Reader, id: string): Promise<DuplicateDocument | undefined> {
  return reader.find<DuplicateDocument>(NAME, id);
}

/** Open doubts about a household. Index household_state. */
export function openDuplicatesOf(reader: Reader, householdId: string): Promise<DuplicateDocument[]> {
  return reader.search<DuplicateDocument>(NAME, {
    where: { householdIds: householdId, state: 'open' },
    limit: OF_A_HOUSEHOLD_MAX,
  });
}

const FIELDS: Readonly<Record<string, string>> = { gridId: 'gridIds', communityId: 'communityIds' };

/** One page of a territory, oldest first. Indexes grid_state_at, community_state_at, street_state_at. */
export function duplicatePage(
  reader: Reader,
  territory: { readonly field: string; readonly values: readonly string[] },
  { state, cursor }: { readonly state: DuplicateState; readonly cursor: string | undefined },
): Promise<Page<DuplicateDocument>> {
  const field = FIELDS[territory.field] ?? territory.field;
  return readPage<DuplicateDocument>(reader, NAME, {
    where: { [field]: { in: territory.values }, state },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}
