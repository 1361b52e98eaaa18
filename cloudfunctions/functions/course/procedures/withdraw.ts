import type { courseContract } from '@domain/contract/course';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { withdraw as withdrawPublication } from '../../../records/publications';

type Input = ProcedureParsed<(typeof courseContract)['withdraw']>;
type Output = ProcedureOutput<(typeof courseContract)['withdraw']>;

export async function withdraw(context: ChangeContext, { courseId: id, version }: Input): Promise<Output> {
  return { version: await withdrawPublication(context, 'courses', { id, version }) };
}
