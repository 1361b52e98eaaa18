/** Two answers of one household, side by side: what differs is kept both ways until a person settles it (D45). */
import type { HouseholdForm } from '@domain/census/household-form';
import type { ChangeContext } from '../../kernel/context';
import { pathOf } from '../../records/door-place';
import { openAnswers } from '../../records/sealed-answers';
import { openSubmission } from '../../records/sealed-form';
import type { ConflictDocument, HouseholdDocument, SubmissionDocument } from '../../repositories/documents';
import { differingFields } from './household-history';

const COLLECTION = 'conflicts';
/** Reasons answer findings of one form and mean nothing beside another. */
const NOT_COMPARED: readonly string[] = ['reasons', 'suggestion'];

/** Keys of members are made on each phone, so people are told apart by what is said of them. */
function comparable(form: HouseholdForm): HouseholdForm {
  const members = form.members.map((member) => ({ ...member, key: '' }));
  const order = (member: object): string => JSON.stringify(member);
  return { ...form, members: members.sort((left, right) => (order(left) < order(right) ? -1 : 1)) };
}

/** One conflict a field, the other value sealed to its place. Answers how many. */
export function fileConflicts(
  context: ChangeContext,
  household: HouseholdDocument,
  form: SubmissionDocument,
): number {
  const kept = openAnswers(context.keyring, household);
  const other = openSubmission(context.keyring, form);
  const fields = differingFields(comparable(kept), comparable(other)).filter(
    (field) => !NOT_COMPARED.includes(field),
  );
  for (const field of fields) {
    const _id = context.idFor(`conflict.${field}`);
    const place = { collection: COLLECTION, id: _id, field: 'other' };
    const document: ConflictDocument = {
      _id,
      ...pathOf(household),
      householdId: household._id,
      field,
      sealedOther: context.keyring.seal(
        'sensitive',
        place,
        JSON.stringify(other[field as keyof HouseholdForm] ?? null),
      ),
      keptBy: household.filledBy,
      otherBy: form.submittedBy,
      state: 'open',
      at: context.now,
    };
    context.write.insert(COLLECTION, document);
  }
  return fields.length;
}
