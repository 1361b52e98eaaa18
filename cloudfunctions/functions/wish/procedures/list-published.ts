import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { findVolunteer } from '../../../repositories/volunteers';
import { wishesOnBoard } from '../../../repositories/wishes';
import { viewPublic } from '../wish-views';

type Input = ProcedureParsed<(typeof wishContract)['listPublished']>;
type Output = ProcedureOutput<(typeof wishContract)['listPublished']>;

/** Where a volunteer would help; none for anybody else, and where met wishes or those of one compound are asked for. */
async function nearFor(
  { caller, store }: ReadContext,
  { near, view, compoundId }: Input,
): Promise<readonly string[]> {
  const isAsked = near === true && view === 'open' && compoundId === undefined;
  if (!isAsked || caller.role !== 'VO') return [];
  const volunteer = await findVolunteer(store, caller.userId);
  return volunteer?.places?.map(({ id }) => id) ?? [];
}

/**
 * Public, without a seat; a volunteer sees the own communities, where they may claim, and at first the compounds where they would
 * help. Where nothing hangs there, all of it.
 */
export async function listPublished(context: ReadContext, input: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { view, kind, compoundId, cursor } = input;
  const { role, seat } = context.caller;
  const { streetId } = await context.campaign();
  const communityIds = role === 'VO' ? (seat?.scope.communityIds ?? []) : undefined;
  const filter = { streetId, view, kind, cursor, communityIds };
  const near = await nearFor(context, input);
  const first =
    near.length === 0 ? undefined : await wishesOnBoard(context.store, { ...filter, compoundIds: near });
  const isNear = first !== undefined && (first.rows.length > 0 || cursor !== undefined);
  const compoundIds = compoundId === undefined ? undefined : [compoundId];
  const { rows, next } = isNear ? first : await wishesOnBoard(context.store, { ...filter, compoundIds });
  return { wishes: rows.map(viewPublic), isNear, ...nextOf({ next }) };
}
