import type { courseContract } from '@domain/contract/course';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { saveDraft } from '../../../records/publications';

type Input = ProcedureParsed<(typeof courseContract)['save']>;
type Output = ProcedureOutput<(typeof courseContract)['save']>;

export async function save(context: ChangeContext, { courseId: id, version, text }: Input): Promise<Output> {
  const saved = await saveDraft(context, { shelf: 'courses', id, version, text });
  return { courseId: saved.id, version: saved.version };
}
