import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { findOwnForm, seenState } from '../../../records/own-forms';

type Input = ProcedureParsed<(typeof censusContract)['readReceipt']>;
type Output = ProcedureOutput<(typeof censusContract)['readReceipt']>;

/**
 * The state of the sender's own form, or of the one that took its place. One that was found to be of a household that stands goes
 * on waiting for a sender who is not bound to it: whoever is not of a home does not learn who is.
 */
export async function readReceipt(context: ReadContext, input: Input): Promise<Output> {
  const form = await findOwnForm(context, input);
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
    formId: form._id,
    receipt: { code: form.receiptCode, day: form.receiptDay, plate: form.plate },
    state: words[seenState(form)],
  };
}
