import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { meetWish } from '../../../records/met-wish';
import { openWishCode } from '../../../records/sealed-wish';
import { isSpokenCode, TRIES_MAX } from '../../../records/spoken-code';
import { moveWish, placeOfClaimant, reachedWish, stateAfter } from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof wishContract)['confirmByCode']>;
type Output = ProcedureOutput<(typeof wishContract)['confirmByCode']>;

/** Counted in the wish itself, so that there is no fourth try however many are sent at once. */
function countWrong(context: ChangeContext, wish: WishDocument): Output {
  const codeTries = wish.codeTries + 1;
  moveWish(context, wish, { state: wish.state, change: { codeTries }, fields: ['wrong-code'] });
  return { outcome: codeTries < TRIES_MAX ? 'wrongCode' : 'locked', triesLeft: TRIES_MAX - codeTries };
}

/** A wrong code is an answer and not a refusal; once three were wrong only a tap or two people of the office close the wish. */
export async function confirmByCode(
  context: ChangeContext,
  { wishId, code, thanks }: Input,
): Promise<Output> {
  const wish = await reachedWish(context, wishId, placeOfClaimant);
  const state = stateAfter(wish, 'confirm');
  if (wish.codeTries >= TRIES_MAX) return { outcome: 'locked', triesLeft: 0 };
  if (!isSpokenCode(openWishCode(context.keyring, wish), code)) return countWrong(context, wish);
  await meetWish(context, wish, { state, by: wish.madeBy, how: 'spoken-code', thanks });
  return { outcome: 'confirmed', triesLeft: TRIES_MAX - wish.codeTries };
}
