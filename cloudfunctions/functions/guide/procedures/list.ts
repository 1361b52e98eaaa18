import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { guideContract } from '@domain/contract/guide';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { fittingPage } from '../../../records/small-page';
import { shownPage } from '../../../repositories/publications';
import { viewGuide } from '../guide-views';

type Input = ProcedureParsed<(typeof guideContract)['list']>;
type Output = ProcedureOutput<(typeof guideContract)['list']>;

export async function list(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const page = fittingPage(await shownPage(context.store, 'guides', cursor), viewGuide);
  return { guides: page.rows, ...nextOf(page) };
}
