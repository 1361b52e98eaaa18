import type { HouseholdForm } from '@domain/census/household-form';
import type { SubmissionDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const COLLECTION = 'submissions';
const FIELD = 'form';

/** A waiting form, whole, in one envelope: nothing of it can be searched, listed or exported before it is confirmed. */
export function sealForm(keyring: Keyring, submissionId: string, form: HouseholdForm): string {
  return keyring.seal(
    'content',
    { collection: COLLECTION, id: submissionId, field: FIELD },
    JSON.stringify(form),
  );
}

export function openSubmission(keyring: Keyring, { _id, sealedForm }: SubmissionDocument): HouseholdForm {
  return JSON.parse(
    keyring.open({ collection: COLLECTION, id: _id, field: FIELD }, sealedForm),
  ) as HouseholdForm;
}
