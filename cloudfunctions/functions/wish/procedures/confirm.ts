import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { meetWish } from '../../../records/met-wish';
import {
  actChange,
  checkedState,
  moveWish,
  placeOfBeneficiary,
  reachedWish,
  tellHelpers,
} from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof wishContract)['confirm']>;
type Output = ProcedureOutput<(typeof wishContract)['confirm']>;

/** Back to work, and onto the community's desk, where somebody rings both. */
function notReceived(context: ChangeContext, wish: WishDocument, version: number): Output {
  const state = checkedState(wish, 'notReceived', version);
  tellHelpers(context, wish, '对方说还没收到，社区会跟两边都联系。');
  return moveWish(context, wish, {
    state,
    change: {
      minutes: undefined,
      closing: undefined,
      desk: 'notReceived',
      deskAt: context.now,
      ...actChange(context.today),
    },
    fields: ['not-received'],
  });
}

/** The beneficiary's own word by a tap. A helper is not the beneficiary. */
export async function confirm(
  context: ChangeContext,
  { wishId, version, word, thanks }: Input,
): Promise<Output> {
  const wish = await reachedWish(context, wishId, placeOfBeneficiary);
  if (word === 'notReceived') return notReceived(context, wish, version);
  const state = checkedState(wish, 'confirm', version);
  return meetWish(context, wish, { state, by: wish.madeBy, how: 'tap', thanks });
}
