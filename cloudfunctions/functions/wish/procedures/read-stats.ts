import type { ProcedureOutput } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { ReadContext } from '../../../kernel/context';
import { findFigures } from '../../../repositories/wishes';

type Output = ProcedureOutput<(typeof wishContract)['readStats']>;

const NOTHING: Output = { collected: 0, published: 0, claimed: 0, met: 0, compounds: [], asOf: 0 };

/** The street's figures as the last hour left them; a volunteer is offered the compounds of the own communities. */
export async function readStats(context: ReadContext): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const figures = await findFigures(context.store, streetId);
  if (figures === undefined) return NOTHING;
  const { role, seat } = context.caller;
  const near = role === 'VO' ? (seat?.scope.communityIds ?? []) : undefined;
  const reached = figures.compounds.filter(({ communityId }) => near?.includes(communityId) ?? true);
  const compounds = reached.map(({ compoundId, compound }) => ({ compoundId, compound }));
  const { collected, published, claimed, met, medianDays, asOf } = figures;
  return { collected, published, claimed, met, ...(medianDays < 0 ? {} : { medianDays }), compounds, asOf };
}
