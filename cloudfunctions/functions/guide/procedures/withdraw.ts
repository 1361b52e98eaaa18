import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { withdraw as withdrawPublication } from '../../../records/publications';

type Input = ProcedureParsed<(typeof guideContract)['withdraw']>;
type Output = ProcedureOutput<(typeof guideContract)['withdraw']>;

export async function withdraw(context: ChangeContext, { guideId: id, version }: Input): Promise<Output> {
  return { version: await withdrawPublication(context, 'guides', { id, version }) };
}
