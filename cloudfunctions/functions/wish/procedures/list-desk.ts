import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { wishesOnDesk, wishesUnderWay } from '../../../repositories/wishes';
import { viewDesk } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listDesk']>;
type Output = ProcedureOutput<(typeof wishContract)['listDesk']>;

export async function listDesk(context: ReadContext, { show = 'waiting', cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { wishes: [] };
  const { store } = context;
  const { rows, next } =
    show === 'waiting'
      ? await wishesOnDesk(store, territory, cursor)
      : await wishesUnderWay(store, territory, { isInHand: show === 'inHand', cursor });
  const { keyring, caller, now } = context;
  const viewer = { keyring, userId: caller.userId, now };
  return { wishes: rows.map((wish) => viewDesk(viewer, wish)), ...nextOf({ next }) };
}
