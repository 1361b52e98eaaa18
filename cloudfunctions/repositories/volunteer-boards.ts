/** What the public may read of a community's volunteers, counted from their records. */
import type { Query, Reader } from '../kernel/store';
import type { HoursDocument, TeamDocument, VolunteerBoardDocument, VolunteerDocument } from './documents';
import { everyRow } from './every-row';

const BOARDS_MAX = 100;

/** One row a community, in no order of merit. */
export function volunteerBoards(reader: Reader): Promise<VolunteerBoardDocument[]> {
  const query: Query = { where: {}, order: [['_id', 'asc']], limit: BOARDS_MAX };
  return reader.search<VolunteerBoardDocument>('volunteerBoards', query);
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
