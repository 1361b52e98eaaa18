import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { isPublicWish } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../../kernel/context';
import { claimWish } from '../../../records/claims';
import { reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['claim']>;
type Output = ProcedureOutput<(typeof wishContract)['claim']>;

export async function claim(context: ChangeContext, { wishId }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  if (!isPublicWish(wish.state)) throw new Problem('NOT_FOUND');
  return claimWish(context, { wish });
}
