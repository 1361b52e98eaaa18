import type { VolunteerState } from '@domain/volunteer/volunteer-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { VolunteerDocument } from './documents';
import { readPage } from './pages';

const NAME = 'volunteers';

/** The volunteer who is this user. */
export function findVolunteer(reader: Reader, userId: string): Promise<VolunteerDocument | undefined> {
  return reader.find<VolunteerDocument>(NAME, userId);
}

/** Volunteers by their users, in no order. */
export function volunteersById(reader: Reader, userIds: readonly string[]): Promise<VolunteerDocument[]> {
  if (userIds.length === 0) return Promise.resolve([]);
  return reader.search<VolunteerDocument>(NAME, { where: { _id: { in: userIds } }, limit: userIds.length });
}

const ASKED_AT_ONCE = 100;

/** Those of some users who are no volunteers any more, a hundred a read. */
export async function endedOf(reader: Reader, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const ended = new Set<string>();
  for (let from = 0; from < userIds.length; from += ASKED_AT_ONCE) {
    const some = userIds.slice(from, from + ASKED_AT_ONCE);
    const rows = await reader.search<Pick<VolunteerDocument, '_id' | 'state'>>(NAME, {
      where: { _id: { in: some } },
      limit: some.length,
      fields: ['state'],
    });
    for (const { _id, state } of rows) if (state === 'ended') ended.add(_id);
  }
  return ended;
}

/** One page of volunteers within reach in a state, who came first at the top. Indexes community_, street_state_at. */
export function volunteersPage(
  reader: Reader,
  { field, values }: AreaFilter,
  { state, cursor }: { readonly state: VolunteerState; readonly cursor: string | undefined },
): Promise<Page<VolunteerDocument>> {
  return readPage<VolunteerDocument>(reader, NAME, {
    where: { [field]: { in: values }, state },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}

/** One page of those who let their name stand in the list of thanks, who came first at the top. Index community_honour_at. */
export function honouredPage(
  reader: Reader,
  communityId: string,
  cursor: string | undefined,
): Promise<Page<VolunteerDocument>> {
  return readPage<VolunteerDocument>(reader, NAME, {
    where: { communityId, honour: 'yes' },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}
