import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { findHousehold } from '../../../repositories/households';
import type { SubmissionDocument } from '../../../repositories/documents';
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
  const receipt = { code: form.receiptCode, day: form.receiptDay, plate: form.plate };
  if (form.isUnbound === true) return { receipt, state: 'waiting' };
  const ended = await endOf(context, form);
  return ended === undefined ? { receipt, state: words[form.state] } : { receipt, state: 'closed', ...ended };
}

/** The home of a sender who is of it may have ended; of the one that somebody filled in for, the sender learns no more. */
async function endOf(
  { store }: ReadContext,
  { householdId, proxy, state }: SubmissionDocument,
): Promise<{ closedOn?: string } | undefined> {
  if (state !== 'accepted' || householdId === undefined || proxy !== undefined) return undefined;
  const household = await findHousehold(store, householdId);
  if (household?.state !== 'closed') return undefined;
  const { closedOn } = household;
  return closedOn === undefined ? {} : { closedOn };
}
