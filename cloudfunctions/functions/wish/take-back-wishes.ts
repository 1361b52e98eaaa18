/**
 * A wish goes with its home: once a household has moved away, or taken its consent back, what it wished for and has not got is
 * taken back. Whoever made it reads why; whoever has it in hand reads only that nobody waits, not that a home stands empty.
 */
import { dayOf } from '@domain/kernel/day';
import { isClosedWish, nextWishState } from '@domain/wish/wish-state';
import { NO_CLOCK } from '@domain/wish/wish-clock';
import type { SystemContext } from '../../kernel/context';
import { lostHomes, type LostHome } from '../../records/census-gateway';
import { freeHands } from '../../records/claims';
import { outliveWords } from '../../records/contents';
import { changeAlone, type Due, type Patch } from '../../records/due-steps';
import { erasedChange } from '../../records/over-wish';
import { overChange, tellHelpers, tellMaker } from '../../records/wishes';
import type { WishDocument } from '../../repositories/documents';
import { findWish, type CountedWish } from '../../repositories/wishes';

const RUN_MS = 40_000;

const MAKER_READS = {
  closed: '这一家的登记结束了，心愿先收起来，留的联系方式已经删掉。还想要，可以再提一次。',
  withdrawn: '登记撤回了，心愿也收起来了，留的联系方式已经删掉。还想要，可以再提一次。',
} as const;

/** What is brought already is for two of the office to close, so that who brought it is thanked. */
function isOpen({ state }: Pick<CountedWish, 'state'>): boolean {
  return !isClosedWish(state) && state !== 'done';
}

/** Wished for after the consent was taken back is wished for without it. */
function goesWith({ at }: Pick<CountedWish, 'at'>, { how, on }: LostHome): boolean {
  return how === 'closed' || dayOf(at) <= on;
}

async function takeBack(due: Due<WishDocument>, lost: LostHome): Promise<Patch<WishDocument> | undefined> {
  const { context, transaction, telling, document: wish, write } = due;
  const state = nextWishState(wish.state, 'withdraw');
  if (state === undefined || !isOpen(wish)) return undefined;
  const { today, store } = context;
  const reader = { find: transaction.find, search: store.search };
  await freeHands({ store: reader, write }, wish);
  await outliveWords({ find: transaction.find, write, today }, { kind: 'wish', subjectId: wish._id });
  tellHelpers(telling, wish, '对方撤回了，不用再去，谢谢您。');
  tellMaker(telling, wish, MAKER_READS[lost.how]);
  return { ...overChange(today), ...erasedChange(), ...NO_CLOCK, state };
}

export async function takeBackWishes(context: SystemContext, wishes: readonly CountedWish[]): Promise<void> {
  const open = wishes.filter((wish) => isOpen(wish) && wish.householdId !== '');
  const lost = await lostHomes(context.store, [...new Set(open.map(({ householdId }) => householdId))]);
  for (const wish of open) {
    const home = lost.get(wish.householdId);
    if (home === undefined || !goesWith(wish, home)) continue;
    if (context.elapsed() > RUN_MS) return;
    await changeAlone<WishDocument>(context, {
      ...{ collection: 'wishes', id: wish._id, purpose: 'takeBack', find: findWish },
      judge: (due) => takeBack(due, home),
    });
  }
}
