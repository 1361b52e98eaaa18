import { averageOf, ratingsOf } from '@domain/guide/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { GuideStats, guideContract } from '@domain/contract/guide';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import type { GuideDocument } from '../../../repositories/documents';
import { publicationsPage } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof guideContract)['readStats']>;
type Output = ProcedureOutput<(typeof guideContract)['readStats']>;

/** Below that many a figure could point at somebody. */
const COUNT_MIN = 10;

function statsOf({ _id, shown, draft, stars }: GuideDocument): GuideStats {
  const which = { id: _id, title: (shown ?? draft)?.title ?? '' };
  const ratings = ratingsOf(stars);
  return ratings < COUNT_MIN ? which : { ...which, ratings, average: averageOf(stars) };
}

export async function readStats(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { guides: [] };
  const page = await publicationsPage(context.store, 'guides', { ...territory, cursor });
  return { guides: page.rows.map(statsOf), ...nextOf(page) };
}
