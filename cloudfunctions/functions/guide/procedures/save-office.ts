import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { saveDraft } from '../../../records/publications';

type Input = ProcedureParsed<(typeof guideContract)['saveOffice']>;
type Output = ProcedureOutput<(typeof guideContract)['saveOffice']>;

export async function saveOffice(
  context: ChangeContext,
  { officeId: id, version, text }: Input,
): Promise<Output> {
  const saved = await saveDraft(context, { shelf: 'directory', id, version, text });
  return { officeId: saved.id, version: saved.version };
}
