import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { sentForm } from '../../../repositories/submissions';

type Input = ProcedureParsed<(typeof censusContract)['readReceipt']>;
type Output = ProcedureOutput<(typeof censusContract)['readReceipt']>;

/**
 * The state of the sender's own form. One that was found to be of a household that stands goes on waiting for a sender who is
 * not bound to it: whoever is not of a home does not learn who is.
 */
export async function readReceipt(context: ReadContext, { opId }: Input): Promise<Output> {
  const form = await sentForm(context.store, context.caller.userId, opId);
  if (form === undefined) throw new Problem('NOT_FOUND');
  const { householdId } = form;
  context.permit({
    ...pathOf(form),
    madeBy: form.submittedBy,
    ...(householdId === undefined ? {} : { householdId }),
  });
  const words = {
    waiting: 'waiting',
    accepted: 'submitted',
    rejected: 'returned',
    expired: 'returned',
  } as const;
  return {
    receipt: { code: form.receiptCode, day: form.receiptDay, plate: form.plate },
    state: form.isUnbound === true ? 'waiting' : words[form.state],
  };
}
