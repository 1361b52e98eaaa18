import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { publicationsPage } from '../../../repositories/publications';
import { viewDesk } from '../desk-view';

type Input = ProcedureParsed<(typeof guideContract)['listOffices']>;
type Output = ProcedureOutput<(typeof guideContract)['listOffices']>;

export async function listOffices(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { offices: [] };
  const page = await publicationsPage(context.store, 'directory', { ...territory, cursor });
  return { offices: page.rows.map(viewDesk), ...nextOf(page) };
}
