import type { ProcedureOutput } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { ReadContext } from '../../../kernel/context';
import { findFigures } from '../../../repositories/wishes';

type Output = ProcedureOutput<(typeof wishContract)['readStats']>;

/** The street's figures as the last hour left them. */
export async function readStats(context: ReadContext): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const figures = await findFigures(context.store, streetId);
  if (figures === undefined) return { collected: 0, published: 0, claimed: 0, met: 0, asOf: 0 };
  const { collected, published, claimed, met, medianDays, asOf } = figures;
  return { collected, published, claimed, met, ...(medianDays < 0 ? {} : { medianDays }), asOf };
}
