import { dayOf } from '@domain/kernel/day';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { plateOf } from '../../../records/door-place';
import { openSubmission } from '../../../records/sealed-form';
import type { SubmissionDocument } from '../../../repositories/documents';
import { findAsked } from '../../../records/join-requests';

type Input = ProcedureParsed<(typeof censusContract)['readJoin']>;
type Output = ProcedureOutput<(typeof censusContract)['readJoin']>;

function stateOf({ state, joinAnswer }: SubmissionDocument): Output['state'] {
  if (state !== 'waiting') return 'over';
  return joinAnswer ?? 'asked';
}

/** Enough to know one's own family by: a masked name. Once it is over the envelope is empty, and so is the name. */
export async function readJoin(context: ReadContext, { formId }: Input): Promise<Output> {
  const { form, household } = await findAsked(context, formId);
  const headName = form.state === 'waiting' ? (openSubmission(context.keyring, form).headName ?? '') : '';
  return {
    plate: plateOf(household.address),
    name: maskName(headName),
    sentOn: dayOf(form.at),
    state: stateOf(form),
  };
}
