import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { NO_CLOCK } from '@domain/wish/wish-clock';
import { asksForMoney } from '@domain/wish/wish-text';
import type { ChangeContext } from '../../../kernel/context';
import { submitContent } from '../../../records/contents';
import { sealWishText } from '../../../records/sealed-wish';
import { checkedState, moveWish, reachedWish } from '../../../records/wishes';
import { checkWords } from '../keep-wish';

type Input = ProcedureParsed<(typeof wishContract)['resend']>;
type Output = ProcedureOutput<(typeof wishContract)['resend']>;

export async function resend(context: ChangeContext, { wishId, version, text }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const state = checkedState(wish, 'resend', version);
  checkWords(text, { isFirst: false });
  const { communityId } = wish;
  await submitContent(context, { kind: 'wish', subjectId: wishId, communityId, text }, { isFirst: false });
  return moveWish(context, wish, {
    state,
    change: {
      sealedText: sealWishText(context.keyring, wishId, text),
      isMoney: asksForMoney(text),
      sealedReason: undefined,
      ...NO_CLOCK,
      desk: 'review',
      deskAt: context.now,
    },
    fields: ['text'],
  });
}
