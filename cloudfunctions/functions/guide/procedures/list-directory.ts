import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { DirectoryEntry, guideContract } from '@domain/contract/guide';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { fittingPage } from '../../../records/small-page';
import type { DirectoryDocument } from '../../../repositories/documents';
import { directoryPage } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof guideContract)['listDirectory']>;
type Output = ProcedureOutput<(typeof guideContract)['listDirectory']>;

function viewEntry({ _id, body, name, seats, where, hours, phone }: DirectoryDocument): DirectoryEntry {
  return { id: _id, body, name, seats, where, hours, phone };
}

export async function listDirectory(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { streetId } = await context.campaign();
  const page = fittingPage(await directoryPage(context.store, streetId, cursor), viewEntry);
  return { entries: page.rows, ...nextOf(page) };
}
