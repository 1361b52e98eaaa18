import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { isPublicWish } from '@domain/wish/wish-state';
import type { ReadContext } from '../../../kernel/context';
import { Problem } from '@domain/kernel/problem';
import { findWish } from '../../../repositories/wishes';
import { viewPublic } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['readPublished']>;
type Output = ProcedureOutput<(typeof wishContract)['readPublished']>;

export async function readPublished(context: ReadContext, { wishId }: Input): Promise<Output> {
  const wish = await findWish(context.store, wishId);
  if (wish === undefined) throw new Problem('NOT_FOUND');
  context.permit({ isPublished: isPublicWish(wish.state) });
  return { ...viewPublic(wish), isOwn: wish.madeBy === context.caller.userId };
}
