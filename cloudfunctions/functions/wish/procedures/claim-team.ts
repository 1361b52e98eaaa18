import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { sharesProblem } from '@domain/wish/wish';
import { isPublicWish } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../../kernel/context';
import { claimWish } from '../../../records/claims';
import { tell } from '../../../records/messages';
import { wishPage } from '../../../records/wishes';
import { findTeam } from '../../../repositories/teams';
import { findWish } from '../../../repositories/wishes';

type Input = ProcedureParsed<(typeof wishContract)['claimTeam']>;
type Output = ProcedureOutput<(typeof wishContract)['claimTeam']>;

/** Everybody of the team learns what is theirs to bring; the leader knows. */
function tellSharers(context: ChangeContext, { wishId, shares }: Input, name: string): void {
  for (const { userId, yuan } of shares) {
    if (userId === context.caller.userId || yuan === 0) continue;
    const values = { place: name, note: String(yuan) };
    tell(context, { userId, kind: 'teamShare', values, link: wishPage(wishId) });
  }
}

/** The leader claims for the team and is the one who rings. No money passes through the product: shares say who brings what. */
export async function claimTeam(context: ChangeContext, input: Input): Promise<Output> {
  const { wishId, teamId, shares } = input;
  const team = await findTeam(context.store, teamId);
  if (team?.state !== 'active') throw new Problem('NOT_FOUND');
  context.permit({ assignedTo: team.leaderId });
  const wish = await findWish(context.store, wishId);
  if (wish === undefined || !isPublicWish(wish.state) || wish.communityId !== team.communityId) {
    throw new Problem('NOT_FOUND');
  }
  if (shares.some(({ userId }) => wish.barred.includes(userId))) throw new Problem('FORBIDDEN');
  const sentence = sharesProblem(shares, { limitYuan: wish.limitYuan, members: team.members });
  if (sentence !== undefined) throw new Problem('VALIDATION', { field: 'shares', sentence });
  const claimed = await claimWish(context, { wish, team: { teamId, shares } });
  tellSharers(context, input, team.name);
  return claimed;
}
