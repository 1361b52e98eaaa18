/** What the public may read of a community's volunteers, counted from their records. */
import type { Query, Reader, Stored } from '../kernel/store';
import type { HoursDocument, TeamDocument, VolunteerBoardDocument, VolunteerDocument } from './documents';

const READ_MAX = 1000;
const BOARDS_MAX = 100;

/** One row a community, in no order of merit. */
export function volunteerBoards(reader: Reader): Promise<VolunteerBoardDocument[]> {
  const query: Query = { where: {}, order: [['_id', 'asc']], limit: BOARDS_MAX };
  return reader.search<VolunteerBoardDocument>('volunteerBoards', query);
}

type Timed = Stored & { readonly at: number };

/** Every row of a query, a thousand a read, each once. */
async function everyRow<T extends Timed>(
  reader: Reader,
  collection: string,
  { where, fields }: { readonly where: Query['where']; readonly fields: readonly string[] },
): Promise<T[]> {
  const rows = new Map<string, T>();
  for (let from = 0; ;) {
    const page = await reader.search<T>(collection, {
      where: { ...where, at: { gte: from } },
      order: [['at', 'asc']],
      limit: READ_MAX,
      fields: ['at', ...fields],
    });
    const known = rows.size;
    for (const row of page) rows.set(row._id, row);
    const last = page[page.length - 1];
    if (page.length < READ_MAX || last === undefined || rows.size === known) return [...rows.values()];
    from = last.at;
  }
}

/** Approved volunteers, teams at work, and minutes that count. Indexes community_state_at. */
export async function countCommunity(
  reader: Reader,
  communityId: string,
): Promise<Pick<VolunteerBoardDocument, 'volunteers' | 'teams' | 'minutes'>> {
  const [volunteers, teams, hours] = await Promise.all([
    everyRow<VolunteerDocument>(reader, 'volunteers', {
      where: { communityId, state: 'approved' },
      fields: [],
    }),
    everyRow<TeamDocument>(reader, 'teams', { where: { communityId, state: 'active' }, fields: [] }),
    everyRow<HoursDocument>(reader, 'hours', {
      where: { communityId, state: 'granted' },
      fields: ['minutes'],
    }),
  ]);
  const minutes = hours.reduce((sum, row) => sum + row.minutes, 0);
  return { volunteers: volunteers.length, teams: teams.length, minutes };
}
