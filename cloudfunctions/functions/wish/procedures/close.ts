import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { meetWish } from '../../../records/met-wish';
import { checkedState, moveWish, reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['close']>;
type Output = ProcedureOutput<(typeof wishContract)['close']>;

const AGREED_WITHIN_MS = 24 * 3_600_000;

/** Stands in for a beneficiary who cannot say it: one proposes, another one agrees within a day, each with a reason. */
export async function close(context: ChangeContext, { wishId, version, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const { caller, now } = context;
  if (wish.barred.includes(caller.userId) || wish.claimedBy === caller.userId) throw new Problem('FORBIDDEN');
  const state = checkedState(wish, 'close', version);
  const { closing } = wish;
  const isProposed = closing !== undefined && now - closing.at < AGREED_WITHIN_MS;
  if (isProposed && closing.by === caller.userId) {
    throw new Problem('APPROVAL_REQUIRED', { sentence: '您已经提过了，还要另一位同事同意' });
  }
  if (isProposed) return meetWish(context, wish, { state, by: caller.userId, how: 'two-staff', reason });
  return moveWish(context, wish, {
    state: wish.state,
    change: { closing: { by: caller.userId, at: now }, desk: 'closing', deskAt: now },
    fields: ['close-proposed'],
    reason,
  });
}
