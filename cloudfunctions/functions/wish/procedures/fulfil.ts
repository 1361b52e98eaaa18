import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { NO_CLOCK } from '@domain/wish/wish-clock';
import { wishMinutes } from '@domain/wish/wish';
import { daysBetween } from '@domain/kernel/calendar';
import type { ChangeContext } from '../../../kernel/context';
import type { WishDocument } from '../../../repositories/documents';
import { checkedState, moveWish, placeOfClaimant, reachedWish, tellMaker } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['fulfil']>;
type Output = ProcedureOutput<(typeof wishContract)['fulfil']>;

/** With the first and today: the days on which it hung on the board between two rounds are nobody's. */
function daysInHand({ claimedOn }: WishDocument, today: string): number {
  return daysBetween(claimedOn ?? today, today) + 1;
}

/** The volunteer says that it is done, and how long it took; nothing counts before the other side says so too. */
export async function fulfil(
  context: ChangeContext,
  { wishId, version, minutes: said }: Input,
): Promise<Output> {
  const wish = await reachedWish(context, wishId, placeOfClaimant);
  const state = checkedState(wish, 'fulfil', version);
  const asked = wish.isHelped
    ? '请问一下本人：收到了就请本人说口令，没收到就打社区电话。'
    : '收到了就点一下“收到了”。';
  tellMaker(context, wish, `志愿者说办好了。${asked}`);
  const minutes = wishMinutes(said, daysInHand(wish, context.today));
  return moveWish(context, wish, {
    state,
    change: { minutes, lastActOn: context.today, desk: 'done', deskAt: context.now, ...NO_CLOCK },
    fields: ['minutes'],
  });
}
