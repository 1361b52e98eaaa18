import type { guideContract } from '@domain/contract/guide';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { withdraw } from '../../../records/publications';

type Input = ProcedureParsed<(typeof guideContract)['withdrawOffice']>;
type Output = ProcedureOutput<(typeof guideContract)['withdrawOffice']>;

export async function withdrawOffice(
  context: ChangeContext,
  { officeId: id, version }: Input,
): Promise<Output> {
  return { version: await withdraw(context, 'directory', { id, version }) };
}
