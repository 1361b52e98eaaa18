import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { NO_CLOCK } from '@domain/wish/wish-clock';
import type { ChangeContext } from '../../../kernel/context';
import { freeHands } from '../../../records/claims';
import { hideWords } from '../../../records/contents';
import { erasedChange } from '../../../records/over-wish';
import {
  checkedState,
  moveWish,
  overChange,
  reachedWish,
  tellHelpers,
  tellMaker,
} from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['withdraw']>;
type Output = ProcedureOutput<(typeof wishContract)['withdraw']>;

export async function withdraw(context: ChangeContext, { wishId, version }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const state = checkedState(wish, 'withdraw', version);
  await freeHands(context, wish);
  await hideWords(context, { kind: 'wish', subjectId: wishId }, '心愿撤回');
  tellHelpers(context, wish, '对方撤回了，不用再去，谢谢您。');
  tellMaker(context, wish, '撤回了，留的联系方式已经删掉。');
  const change = { ...overChange(context.today), ...erasedChange(), ...NO_CLOCK };
  return moveWish(context, wish, { state, change, fields: ['withdraw'] });
}
