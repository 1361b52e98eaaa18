import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { isDay } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { moveWish, reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['recordStoryConsent']>;
type Output = ProcedureOutput<(typeof wishContract)['recordStoryConsent']>;

/** For somebody without an account: what they signed on paper stands for the tap. */
export async function recordStoryConsent(
  context: ChangeContext,
  { wishId, signedOn }: Input,
): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  const { story, state, isHelped } = wish;
  if (story === undefined) throw new Problem('WRONG_STATE', { state });
  if (!isHelped) {
    throw new Problem('WRONG_STATE', { state, sentence: '等本人在“我的心愿”里点同意，纸上签的替不了' });
  }
  if (!isDay(signedOn) || signedOn > context.today) {
    throw new Problem('VALIDATION', { field: 'signedOn', sentence: '签字的日子不对，看看纸上写的哪天' });
  }
  const allowed = { ...story, allowedOn: signedOn, isOnPaper: true };
  return moveWish(context, wish, { state, change: { story: allowed }, fields: ['story-on-paper'] });
}
