import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { saveDraft } from '../../../records/publications';

type Input = ProcedureParsed<(typeof guideContract)['save']>;
type Output = ProcedureOutput<(typeof guideContract)['save']>;

export async function save(context: ChangeContext, { guideId: id, version, text }: Input): Promise<Output> {
  const saved = await saveDraft(context, { shelf: 'guides', id, version, text });
  return { guideId: saved.id, version: saved.version };
}
