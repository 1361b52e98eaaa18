import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { publicationsPage } from '../../../repositories/publications';
import { viewDesk } from '../desk-view';

type Input = ProcedureParsed<(typeof guideContract)['listDesk']>;
type Output = ProcedureOutput<(typeof guideContract)['listDesk']>;

export async function listDesk(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { guides: [] };
  const page = await publicationsPage(context.store, 'guides', { ...territory, cursor });
  return { guides: page.rows.map(viewDesk), ...nextOf(page) };
}
