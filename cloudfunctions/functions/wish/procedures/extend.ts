import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { isInHand } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../../kernel/context';
import {
  actChange,
  checkedState,
  moveWish,
  reachedWish,
  stateAfter,
  tellHelpers,
  tellMaker,
} from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof wishContract)['extend']>;
type Output = ProcedureOutput<(typeof wishContract)['extend']>;

/** Sends back what was reported as met, on the word of somebody without an account. */
function backToWork(context: ChangeContext, wish: WishDocument, { version, days }: Input): Output {
  const state = checkedState(wish, 'notReceived', version);
  tellHelpers(context, wish, '对方说还没收到，请再联系一下。');
  tellMaker(context, wish, '社区请志愿者再送一次。');
  const dueOn = addDays(context.today, days);
  return moveWish(context, wish, {
    state,
    change: { dueOn, minutes: undefined, desk: '', closing: undefined, ...actChange(context.today) },
    fields: ['not-received', 'due'],
  });
}

export async function extend(context: ChangeContext, input: Input): Promise<Output> {
  const wish = await reachedWish(context, input.wishId);
  if (input.notReceived === true) return backToWork(context, wish, input);
  if (wish.state !== 'published' && !isInHand(wish.state)) stateAfter(wish, 'contact');
  if (wish.version !== input.version) throw new Problem('STALE_VERSION', { version: wish.version });
  const dueOn = addDays(context.today, input.days);
  tellHelpers(context, wish, '社区给您多留了几天。');
  const change = { dueOn, ...(wish.desk === 'notReceived' ? { desk: '' } : {}) };
  return moveWish(context, wish, { state: wish.state, change, fields: ['due'] });
}
