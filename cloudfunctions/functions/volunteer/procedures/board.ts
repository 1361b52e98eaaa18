import type { ProcedureOutput } from '@domain/kernel/contract';
import { publishedCount } from '@domain/kernel/published-count';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ReadContext } from '../../../kernel/context';
import { volunteerBoards } from '../../../repositories/volunteer-boards';

type Output = ProcedureOutput<(typeof volunteerContract)['board']>;

export async function board(context: ReadContext): Promise<Output> {
  context.permit({ isPublished: true });
  const counted = await volunteerBoards(context.store);
  const communities = counted.map(({ _id: id, name, volunteers, teams, minutes, asOf }) => ({
    id,
    name,
    volunteers: publishedCount(volunteers),
    teams,
    // Hours of fewer than ten people are hours of somebody.
    grantedHours: volunteers < 10 ? 0 : Math.floor(minutes / 60),
    asOf,
  }));
  return { communities };
}
