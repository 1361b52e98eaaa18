/**
 * Every hour: recounts what the public may read of each community's volunteers, and takes those who are none any more, and
 * slipped into one of its teams while they ended, out of it. Repeats harmlessly.
 */
import type { SystemContext } from '../../kernel/context';
import type { VolunteerBoardDocument } from '../../repositories/documents';
import { communitiesOfStreet } from '../../repositories/frame';
import { countCommunity } from '../../repositories/volunteer-boards';
import { leaveTeams } from './leave-teams';

const RUN_MS = 40_000;

export async function countVolunteers(context: SystemContext): Promise<void> {
  const { store, now } = context;
  for (const { _id, name } of await communitiesOfStreet(store)) {
    if (context.elapsed() > RUN_MS) return;
    const board: VolunteerBoardDocument = { _id, name, ...(await countCommunity(store, _id)), asOf: now };
    await store.replace('volunteerBoards', board);
    await leaveTeams(context, _id);
  }
}
