import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { publishedCount } from '@domain/kernel/published-count';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ReadContext } from '../../../kernel/context';
import { findVolunteerBoard } from '../../../repositories/volunteer-boards';

type Input = ProcedureParsed<(typeof volunteerContract)['board']>;
type Output = ProcedureOutput<(typeof volunteerContract)['board']>;

export async function board(context: ReadContext, { communityId }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const counted = await findVolunteerBoard(context.store, communityId);
  if (counted === undefined) throw new Problem('NOT_FOUND');
  const { name, volunteers, teams, minutes, asOf } = counted;
  return {
    community: name,
    volunteers: publishedCount(volunteers),
    teams,
    // Hours of fewer than ten people are hours of somebody.
    grantedHours: volunteers < 10 ? 0 : Math.floor(minutes / 60),
    asOf,
  };
}
