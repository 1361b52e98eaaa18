import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { wishesOnDesk } from '../../../repositories/wishes';
import { viewDesk } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listDesk']>;
type Output = ProcedureOutput<(typeof wishContract)['listDesk']>;

export async function listDesk(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { wishes: [] };
  const { rows, next } = await wishesOnDesk(context.store, territory, cursor);
  const viewer = { keyring: context.keyring, userId: context.caller.userId };
  return { wishes: rows.map((wish) => viewDesk(viewer, wish)), ...nextOf({ next }) };
}
