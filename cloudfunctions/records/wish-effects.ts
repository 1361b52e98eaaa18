/** What the publishing desk's word about a wish or its story does to the wish. */
import { Problem } from '@domain/kernel/problem';
import { clockOfReturn } from '@domain/wish/wish-clock';
import { nextWishState } from '@domain/wish/wish-state';
import type { ChangeContext } from '../kernel/context';
import type { WishDocument } from '../repositories/documents';
import { findHours, hoursId } from '../repositories/hours';
import { findWish } from '../repositories/wishes';
import type { ContentEffects } from './content-decision';
import { endWish } from './over-wish';
import { sealWishReason } from './sealed-wish';
import { helpersOf, moveWish, stateAfter } from './wishes';

/** Nothing is left to end but its words, on the board and with the hours of who helped. */
async function hideWordsOf(context: ChangeContext, wish: WishDocument): Promise<void> {
  context.write.patch('wishes', wish._id, { text: '', version: wish.version + 1 });
  for (const volunteerId of helpersOf(wish)) {
    const hours = await findHours(context.store, hoursId(volunteerId, 'wish', wish._id));
    if (hours !== undefined) context.write.patch('hours', hours._id, { title: '' });
  }
}

/** Words that were sent back send the wish back; words that were taken down end it; of one that is over nothing is left to end but its words. */
export const wishEffects: ContentEffects = {
  onReturn: async (context, { row, reason }) => {
    const wish = await findWish(context.store, row.subjectId);
    if (wish === undefined) return;
    const state = stateAfter(wish, 'return');
    const sealedReason = sealWishReason(context.keyring, wish._id, reason);
    moveWish(context, wish, {
      state,
      change: { sealedReason, desk: '', ...clockOfReturn(context.today) },
      fields: ['return'],
    });
  },
  onHide: async (context, { row, reason }) => {
    const wish = await findWish(context.store, row.subjectId);
    if (wish === undefined) return;
    if (nextWishState(wish.state, 'end') !== undefined) await endWish(context, wish, reason);
    else await hideWordsOf(context, wish);
  },
};

function putStory(context: ChangeContext, wish: WishDocument, text: string): void {
  if (wish.story === undefined) return;
  context.write.patch('wishes', wish._id, { story: { ...wish.story, text }, version: wish.version + 1 });
}

export const storyEffects: ContentEffects = {
  /** Throws CONSENT_REQUIRED where nobody whom it is about has said yes. */
  onRelease: async (context, { row, text }) => {
    const wish = await findWish(context.store, row.subjectId);
    if (wish?.story === undefined) throw new Problem('NOT_FOUND');
    if (wish.story.allowedOn === '') {
      throw new Problem('CONSENT_REQUIRED', { sentence: '本人还没同意，同意了再放' });
    }
    putStory(context, wish, text);
  },
  onHide: async (context, { row }) => {
    const wish = await findWish(context.store, row.subjectId);
    if (wish !== undefined) putStory(context, wish, '');
  },
};
