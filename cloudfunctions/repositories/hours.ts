import type { HoursSource, HoursState } from '@domain/volunteer/service-hours';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import { digestId } from '../vault/random-id';
import type { HoursDocument } from './documents';
import { everyRow } from './every-row';
import { readPage } from './pages';

const NAME = 'hours';
const GRANTED_MAX = 1000;

/** One volunteer is given the hours of one source once. */
export function hoursId(volunteerId: string, source: HoursSource, sourceId: string): string {
  return digestId('hours', volunteerId, source, sourceId);
}

export function findHours(reader: Reader, id: string): Promise<HoursDocument | undefined> {
  return reader.find<HoursDocument>(NAME, id);
}

/** Everything of one volunteer, newest first. Index volunteer_at. */
export function hoursOfPage(
  reader: Reader,
  volunteerId: string,
  cursor: string | undefined,
): Promise<Page<HoursDocument>> {
  return readPage<HoursDocument>(reader, NAME, {
    where: { volunteerId },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** What counts of one volunteer, newest first: a certificate is made of it. Index volunteer_state_at. */
export function grantedHoursOf(reader: Reader, volunteerId: string): Promise<HoursDocument[]> {
  return reader.search<HoursDocument>(NAME, {
    where: { volunteerId, state: 'granted' },
    order: [['at', 'desc']],
    limit: GRANTED_MAX,
  });
}

/** Minutes that count of one volunteer. Index volunteer_state_at. */
export async function grantedMinutesOf(reader: Reader, volunteerId: string): Promise<number> {
  const rows = await reader.search<Pick<HoursDocument, '_id' | 'minutes'>>(NAME, {
    where: { volunteerId, state: 'granted' },
    order: [['at', 'desc']],
    limit: GRANTED_MAX,
    fields: ['minutes'],
  });
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** One page of what counts of a team, newest first. Index team_state_at. */
export function hoursOfTeamPage(
  reader: Reader,
  teamId: string,
  cursor: string | undefined,
): Promise<Page<HoursDocument>> {
  return readPage<HoursDocument>(reader, NAME, {
    where: { teamId, state: 'granted' },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** Minutes that count of a team. Index team_state_at. */
export async function grantedMinutesOfTeam(reader: Reader, teamId: string): Promise<number> {
  const where = { teamId, state: 'granted' };
  const rows = await everyRow<HoursDocument>(reader, NAME, { where, fields: ['minutes'] });
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** One page of rows within reach in a state, oldest first. Indexes community_, street_state_at. */
export function hoursPage(
  reader: Reader,
  { field, values }: AreaFilter,
  { state, cursor }: { readonly state: HoursState; readonly cursor: string | undefined },
): Promise<Page<HoursDocument>> {
  return readPage<HoursDocument>(reader, NAME, {
    where: { [field]: { in: values }, state },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}

/** One page of what was entered by hand in a community, newest first. Index community_manual_at. */
export function manualHoursPage(
  reader: Reader,
  communityId: string,
  cursor: string | undefined,
): Promise<Page<HoursDocument>> {
  return readPage<HoursDocument>(reader, NAME, {
    where: { communityId, manual: 'yes' },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}
