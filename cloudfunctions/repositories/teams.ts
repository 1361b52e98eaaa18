import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { TeamDocument } from './documents';
import { readPage } from './pages';

const NAME = 'teams';
const OF_ONE_MAX = 20;

export function findTeam(reader: Reader, id: string): Promise<TeamDocument | undefined> {
  return reader.find<TeamDocument>(NAME, id);
}

/** Teams that one volunteer belongs to. Index members_state. */
export function teamsOf(reader: Reader, userId: string): Promise<TeamDocument[]> {
  return reader.search<TeamDocument>(NAME, {
    where: { members: userId, state: 'active' },
    limit: OF_ONE_MAX,
  });
}

/** Teams that one volunteer belongs to or has asked to join. Indexes members_state, asking_state. */
export async function teamsAround(reader: Reader, userId: string): Promise<TeamDocument[]> {
  const where = { asking: userId, state: 'active' };
  const [own, asked] = await Promise.all([
    teamsOf(reader, userId),
    reader.search<TeamDocument>(NAME, { where, limit: OF_ONE_MAX }),
  ]);
  return [...own, ...asked];
}

/** One page of the teams within reach. Indexes community_, street_state_at. */
export function teamsPage(
  reader: Reader,
  { field, values }: AreaFilter,
  cursor: string | undefined,
): Promise<Page<TeamDocument>> {
  return readPage<TeamDocument>(reader, NAME, {
    where: { [field]: { in: values }, state: 'active' },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}
