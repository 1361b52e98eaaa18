import type { ProcedureOutput } from '@domain/kernel/contract';
import type { certificateContract } from '@domain/contract/certificate';
import type { ReadContext } from '../../../kernel/context';
import { holdersOf } from '../holders';

type Output = ProcedureOutput<(typeof certificateContract)['listNames']>;

export async function listNames(context: ReadContext): Promise<Output> {
  context.permit({ about: [context.caller.userId] });
  const holders = await holdersOf(context);
  return { names: holders.map(({ key, name }) => ({ key, name })) };
}
