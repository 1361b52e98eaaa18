import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { meetWish } from '../../../records/met-wish';
import { sealClosingReason } from '../../../records/sealed-wish';
import { checkedState, moveWish, reachedWish } from '../../../records/wishes';
import { openProposal } from '../proposal';

type Input = ProcedureParsed<(typeof wishContract)['close']>;
type Output = ProcedureOutput<(typeof wishContract)['close']>;

/** Stands in for a beneficiary who cannot say it: one proposes, another one agrees within a day, each with a reason. */
export async function close(context: ChangeContext, { wishId, version, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const { caller, keyring, now } = context;
  if (wish.barred.includes(caller.userId) || wish.claimedBy === caller.userId) throw new Problem('FORBIDDEN');
  const state = checkedState(wish, 'close', version);
  const proposal = openProposal(wish, now);
  if (proposal?.by === caller.userId) {
    throw new Problem('APPROVAL_REQUIRED', { sentence: '您已经提过了，还要另一位同事同意' });
  }
  if (proposal !== undefined) {
    return meetWish(context, wish, { state, by: caller.userId, how: 'two-staff', reason });
  }
  return moveWish(context, wish, {
    state: wish.state,
    change: {
      closing: { by: caller.userId, at: now, sealedReason: sealClosingReason(keyring, wishId, reason) },
      desk: 'closing',
      deskAt: now,
    },
    fields: ['close-proposed'],
    reason,
  });
}
