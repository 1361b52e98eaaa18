import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { GIVE_BACK_WORDS } from '@domain/wish/wish';
import type { ChangeContext } from '../../../kernel/context';
import { freeHands } from '../../../records/claims';
import {
  checkedState,
  helpersOf,
  moveWish,
  placeOfClaimant,
  placeOfWish,
  reachedWish,
  roundEndedChange,
  tellHelpers,
  tellMaker,
  tellOf,
} from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof wishContract)['giveBack']>;
type Output = ProcedureOutput<(typeof wishContract)['giveBack']>;

/** The leader knows; the others of the team prepare nothing more. */
function tellSharers(context: ChangeContext, wish: WishDocument): void {
  for (const userId of helpersOf(wish)) {
    if (userId === context.caller.userId) continue;
    tellOf(context, wish, { userId, note: '队里办不了，让给别人了，不用再准备。' });
  }
}

/** By the claimant, or by the community from somebody who does not answer. A first time costs nothing. */
export async function giveBack(context: ChangeContext, { wishId, version, reason }: Input): Promise<Output> {
  const { caller, today } = context;
  const isOwn = caller.role === 'VO';
  const wish = await reachedWish(context, wishId, isOwn ? placeOfClaimant : placeOfWish);
  const state = checkedState(wish, 'giveBack', version);
  await freeHands(context, wish, { today });
  tellMaker(context, wish, `志愿者${GIVE_BACK_WORDS[reason]}，心愿又挂出来了。`);
  if (isOwn) tellSharers(context, wish);
  else tellHelpers(context, wish, '社区收回来，让给别人了。');
  const how = isOwn ? 'givenBack' : 'takenBack';
  return moveWish(context, wish, {
    state,
    change: roundEndedChange(wish, { how, reason, on: today }),
    fields: [how, reason],
  });
}
