import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { sentForm } from '../../../repositories/submissions';

type Input = ProcedureParsed<(typeof censusContract)['readReceipt']>;
type Output = ProcedureOutput<(typeof censusContract)['readReceipt']>;

/** The state of the sender's own form; a second form for a door reads as waiting like any other. */
export async function readReceipt(context: ReadContext, { opId }: Input): Promise<Output> {
  const form = await sentForm(context.store, context.caller.userId, opId);
  if (form === undefined) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: form.submittedBy });
  const words = {
    waiting: 'waiting',
    accepted: 'submitted',
    rejected: 'returned',
    expired: 'returned',
  } as const;
  return {
    receipt: { code: form.receiptCode, day: form.receiptDay, plate: form.plate },
    state: words[form.state],
  };
}
