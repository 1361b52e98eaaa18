import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { findOwnForm, seenState } from '../../../records/own-forms';
import { endOfHousehold } from '../end-of-household';
import { findHousehold } from '../../../repositories/households';
import type { SubmissionDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof censusContract)['readReceipt']>;
type Output = ProcedureOutput<(typeof censusContract)['readReceipt']>;

/**
 * The state of the sender's own form, or of the one that took its place. One that was found to be of a household that stands goes
 * on waiting for a sender who is not bound to it: whoever is not of a home does not learn who is.
 */
export async function readReceipt(context: ReadContext, input: Input): Promise<Output> {
  const form = await findOwnForm(context, input);
  const { householdId, returnedFor } = form;
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
  const sent = {
    formId: form._id,
    receipt: { code: form.receiptCode, day: form.receiptDay, plate: form.plate },
  };
  const ended = form.isUnbound === true ? undefined : await endOf(context, form);
  return ended === undefined
    ? {
        ...sent,
        state: words[seenState(form)],
        ...(returnedFor === undefined ? {} : { reason: returnedFor }),
      }
    : { ...sent, state: 'closed', ...ended };
}

/** The home of a sender who is of it may have ended; of the one that somebody filled in for, the sender learns no more. */
async function endOf(
  { store }: ReadContext,
  { householdId, proxy, state }: SubmissionDocument,
): Promise<Pick<Output, 'closedOn' | 'isMerged'> | undefined> {
  if (state !== 'accepted' || householdId === undefined || proxy !== undefined) return undefined;
  const household = await findHousehold(store, householdId);
  if (household?.state !== 'closed') return undefined;
  return endOfHousehold(household);
}
