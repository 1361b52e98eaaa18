import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { DirectoryEntry, guideContract } from '@domain/contract/guide';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { fittingPage } from '../../../records/small-page';
import type { DirectoryDocument } from '../../../repositories/documents';
import { shownPage } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof guideContract)['listDirectory']>;
type Output = ProcedureOutput<(typeof guideContract)['listDirectory']>;

/** The list asks for what is shown, so that there is always something. */
function viewEntry({ _id, shown }: DirectoryDocument): DirectoryEntry {
  if (shown === undefined) throw new Error(`office ${_id} is listed and has nothing to show`);
  return { ...shown, id: _id };
}

export async function listDirectory(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const page = fittingPage(await shownPage(context.store, 'directory', cursor), viewEntry);
  return { entries: page.rows, ...nextOf(page) };
}
