import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { wishesOf } from '../../../repositories/wishes';
import { viewOwn } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listOwn']>;
type Output = ProcedureOutput<(typeof wishContract)['listOwn']>;

/** As a volunteer what is in the own hands or was, in every other seat what one made. */
export async function listOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId, role } = context.caller;
  context.permit({ madeBy: userId });
  const who = role === 'VO' ? { claimedBy: userId } : { madeBy: userId };
  const { rows, next } = await wishesOf(context.store, who, cursor);
  const viewer = { keyring: context.keyring, userId };
  return { wishes: rows.map((wish) => viewOwn(viewer, wish)), ...nextOf({ next }) };
}
