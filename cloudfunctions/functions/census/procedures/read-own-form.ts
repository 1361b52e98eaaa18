import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { findOwnForm, openOwnForm, withoutNumbers } from '../../../records/own-forms';

type Input = ProcedureParsed<(typeof censusContract)['readOwnForm']>;
type Output = ProcedureOutput<(typeof censusContract)['readOwnForm']>;

/** What the sender typed, and nothing of what stands behind the door. */
export async function readOwnForm(context: ChangeContext, input: Input): Promise<Output> {
  const campaign = await context.campaign();
  const form = await findOwnForm(context, input);
  context.permit({ ...pathOf(form), madeBy: form.submittedBy });
  if (!campaign.isOpen) throw new Problem('PURPOSE_CLOSED');
  const answers = openOwnForm(context, form);
  const { _id: formId, doorId, plate, noticeVersion, buildingId, gridId, compoundId, communityId } = form;
  context.record({
    objects: [formId, doorId],
    subjects: [formId],
    fields: ['form'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { formId, doorId, plate, noticeVersion, form: withoutNumbers(answers) };
}
