import type { DeskGuide, guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import type { GuideDocument } from '../../../repositories/documents';
import { publicationsPage } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof guideContract)['listDesk']>;
type Output = ProcedureOutput<(typeof guideContract)['listDesk']>;

function viewDesk({ _id, version, state, community, shown, draft }: GuideDocument): DeskGuide {
  return {
    id: _id,
    version,
    state,
    community,
    ...(shown === undefined ? {} : { shown }),
    ...(draft === undefined ? {} : { draft }),
  };
}

export async function listDesk(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { guides: [] };
  const page = await publicationsPage(context.store, 'guides', { ...territory, cursor });
  return { guides: page.rows.map(viewDesk), ...nextOf(page) };
}
