/** A wish was met: both sides have said so, and only now does the time count. */
import { THANKS_WORDS, type Thanks } from '@domain/wish/wish';
import type { ChangeContext } from '../kernel/context';
import type { WishDocument } from '../repositories/documents';
import { freeHands } from './claims';
import { recordHours } from './hours';
import type { Moved } from './moves';
import { helpersOf, metChange, moveWish, tellMaker, tellOf } from './wishes';
import type { WishState } from '@domain/wish/wish-state';

interface Meeting {
  readonly state: WishState;
  /** Who vouches for it on the other side. */
  readonly by: string;
  readonly how: 'tap' | 'spoken-code' | 'two-staff';
  readonly thanks?: Thanks | undefined;
  readonly reason?: string;
}

export async function meetWish(
  context: ChangeContext,
  wish: WishDocument,
  { state, by, how, thanks, reason }: Meeting,
): Promise<Moved<WishState>> {
  await freeHands(context, wish);
  const { minutes = 0, teamId } = wish;
  for (const volunteerId of helpersOf(wish)) {
    const service = {
      volunteerId,
      source: 'wish',
      sourceId: wish._id,
      minutes,
      by,
      title: wish.text,
      teamId,
    } as const;
    await recordHours(context, service);
    const words = thanks === undefined ? '' : `“${THANKS_WORDS[thanks]}”`;
    tellOf(context, wish, { userId: volunteerId, note: `圆梦了，时长记上了。${words}` });
  }
  tellMaker(context, wish, '圆梦了，谢谢您。');
  return moveWish(context, wish, {
    state,
    change: { ...metChange(context.today), ...(thanks === undefined ? {} : { thanks }) },
    fields: [how],
    ...(reason === undefined ? {} : { reason }),
  });
}
