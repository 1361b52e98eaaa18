/** A correction by somebody who does not see the whole household: what comes back as it was shown is what is stored. */
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { HouseholdForm } from '@domain/census/household-form';
import type { MemberDraft } from '@domain/census/member';
import type { Role } from '@domain/identity/role';
import type { ChangeContext } from '../kernel/context';
import { cutForm } from '../policies/field-visibility';
import { openAnswers } from './sealed-answers';
import { withStoredNumber } from './search-keys';
import type { HouseholdDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

type Answers = Readonly<Record<string, unknown>>;

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null);
}

/** `sent` with the stored value of each field that came back as `shown`. */
function withStored<T extends object>(
  sent: T,
  { shown, stored }: { readonly shown: object; readonly stored: object },
  fields: readonly string[],
): T {
  const answers = { ...sent } as Record<string, unknown>;
  for (const field of fields) {
    const value = (stored as Answers)[field];
    if (value !== undefined && isSame(answers[field], (shown as Answers)[field])) answers[field] = value;
  }
  return answers as T;
}

const CUT = ['headName', 'phone', 'tenancy', 'vehicles', 'care', 'suggestion', 'volunteer', 'helper'];

/** The form with everything that the sender's role does not see as it is stored; numbers excepted. */
export function withUnseen(
  { keyring, caller }: ChangeContext,
  form: HouseholdForm,
  former: HouseholdDocument | undefined,
): HouseholdForm {
  if (former === undefined || caller.role === 'RE') return form;
  return withUnseenOf(form, openAnswers(keyring, former), caller.role);
}

/** The same for answers that are opened already. */
export function withUnseenOf(form: HouseholdForm, stored: HouseholdForm, role: Role): HouseholdForm {
  const shown = cutForm(stored, role);
  const members = form.members.map((member) => {
    const isIt = ({ key }: MemberDraft): boolean => key === member.key;
    const known = { shown: shown.members.find(isIt) ?? {}, stored: stored.members.find(isIt) ?? {} };
    return withStored(member, known, ['name']);
  });
  return { ...withStored(form, { shown, stored }, CUT), members };
}

/** For the check alone: numbers that came back masked, whole. */
export function withStoredNumbers(
  keyring: Keyring,
  form: HouseholdForm,
  former: HouseholdDocument | undefined,
): HouseholdForm {
  return { ...form, members: form.members.map((member) => withStoredNumber(keyring, member, former)) };
}

/** A number that staff leaves out was not taken back: it stays, masked, which keeps what is stored. */
export function withOmittedNumbers(
  { keyring, caller }: ChangeContext,
  form: HouseholdForm,
  former: HouseholdDocument | undefined,
): HouseholdForm {
  if (former === undefined || caller.role === 'RE') return form;
  const stored = openAnswers(keyring, former).members;
  const members = form.members.map((member) => {
    const idNumber = member.idNumber ?? stored.find(({ key }) => key === member.key)?.idNumber;
    return idNumber === undefined ? member : { ...member, idNumber };
  });
  return { ...form, members };
}
