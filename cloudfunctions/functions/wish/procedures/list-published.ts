import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { wishesOnBoard } from '../../../repositories/wishes';
import { viewPublic } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listPublished']>;
type Output = ProcedureOutput<(typeof wishContract)['listPublished']>;

/** Public, without a seat; a volunteer sees the own communities, where they may claim. */
export async function listPublished(
  context: ReadContext,
  { view, kind, compoundId, cursor }: Input,
): Promise<Output> {
  context.permit({ isPublished: true });
  const { role, seat } = context.caller;
  const { streetId } = await context.campaign();
  const { rows, next } = await wishesOnBoard(context.store, {
    ...{ streetId, view, kind, compoundId, cursor },
    communityIds: role === 'VO' ? (seat?.scope.communityIds ?? []) : undefined,
  });
  return { wishes: rows.map(viewPublic), ...nextOf({ next }) };
}
