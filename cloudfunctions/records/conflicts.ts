/** Two answers of one household, side by side: what differs is kept both ways until a person settles it (D45). */
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import { normaliseIdNumber } from '@domain/register/id-number';
import { maskIdNumber } from '@domain/register/masking';
import { normaliseName } from '@domain/register/person-name';
import { normalisePhone } from '@domain/register/phone';
import { normalisePlate } from '@domain/register/plate';
import type { ChangeContext } from '../kernel/context';
import { fileConflict } from './conflict-document';
import { openAnswers } from './sealed-answers';
import { openSubmission } from './sealed-form';
import type { HouseholdDocument, SubmissionDocument } from '../repositories/documents';
import { differingFields } from './household-history';

/** Reasons and the filler belong to one form and mean nothing beside another. */
const NOT_COMPARED: readonly string[] = ['reasons', 'suggestion', 'helper'];

/** Keys of members are made on each phone, so people are told apart by what is said of them. */
function comparable(form: HouseholdForm): HouseholdForm {
  const members = form.members.map((member) => ({ ...member, key: '' }));
  const order = (member: object): string => JSON.stringify(member);
  return { ...form, members: members.sort((left, right) => (order(left) < order(right) ? -1 : 1)) };
}

/** A form that nobody keeps, written as a kept one opens: for a comparison, not for storing. */
function asOpened(form: HouseholdForm): HouseholdForm {
  const { headName, suggestion = '', phone, ...rest } = form;
  const name = normaliseName(headName ?? '');
  return {
    ...rest,
    ...(name === '' ? {} : { headName: name }),
    phone: { ...phone, number: normalisePhone(phone.number) },
    members: form.members.map(memberAsOpened),
    vehicles: form.vehicles.map((vehicle) => ({ ...vehicle, plate: normalisePlate(vehicle.plate) })),
    ...(suggestion.trim() === '' ? {} : { suggestion: suggestion.trim() }),
  };
}

function memberAsOpened(member: MemberDraft): MemberDraft {
  const { key, relation, gender, ageBand, livesHere, hukouHere, name = '', idNumber } = member;
  const cleanName = normaliseName(name);
  return {
    key,
    relation,
    gender,
    ageBand,
    livesHere,
    hukouHere,
    ...(cleanName === '' ? {} : { name: cleanName }),
    ...(idNumber === undefined ? {} : { idNumber: maskIdNumber(normaliseIdNumber(idNumber)) }),
  };
}

/** One conflict a field, the other value sealed to its place. Answers how many. */
export function fileConflicts(
  context: ChangeContext,
  household: HouseholdDocument,
  form: SubmissionDocument,
): number {
  const kept = openAnswers(context.keyring, household);
  const other = asOpened(openSubmission(context.keyring, form));
  const fields = differingFields(comparable(kept), comparable(other)).filter(
    (field) => !NOT_COMPARED.includes(field),
  );
  for (const field of fields) {
    fileConflict(context, household, {
      _id: context.idFor(`conflict.${field}`),
      field,
      value: other[field] ?? null,
      keptBy: household.filledBy,
      otherBy: form.submittedBy,
      state: 'open',
      at: context.now,
    });
  }
  return fields.length;
}
