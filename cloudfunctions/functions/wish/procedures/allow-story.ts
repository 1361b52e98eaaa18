import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, hideContent } from '../../../records/contents';
import { moveWish, placeOfBeneficiary, reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['allowStory']>;
type Output = ProcedureOutput<(typeof wishContract)['allowStory']>;

/** A no takes the story down at once, without a reason and for good. */
export async function allowStory(
  context: ChangeContext,
  { wishId, version, allows }: Input,
): Promise<Output> {
  const wish = await reachedWish(context, wishId, placeOfBeneficiary);
  const { story, state } = wish;
  if (story === undefined) throw new Problem('WRONG_STATE', { state });
  if (allows) {
    // Other words than those that were read are another story.
    if (wish.version !== version) throw new Problem('STALE_VERSION', { version: wish.version });
    const allowed = { ...story, allowedOn: context.today, isOnPaper: false };
    return moveWish(context, wish, { state, change: { story: allowed }, fields: ['story-allowed'] });
  }
  const content = await findContent(context.store, 'story', wishId);
  if (content !== undefined && content.state !== 'hidden') {
    hideContent(context, content, '本人不同意');
  }
  return moveWish(context, wish, { state, change: { story: undefined }, fields: ['story-refused'] });
}
