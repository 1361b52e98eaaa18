import type { ProcedureOutput } from '@domain/kernel/contract';
import type { practiceContract } from '@domain/contract/practice';
import type { ReadContext } from '../../../kernel/context';
import { ownPractice, viewPractice } from '../practising';

type Output = ProcedureOutput<(typeof practiceContract)['read']>;

export async function read(context: ReadContext): Promise<Output> {
  return viewPractice(context, await ownPractice(context));
}
