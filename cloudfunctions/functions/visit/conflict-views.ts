/** A conflict as somebody who is to choose sees it: both answers, cut and masked as everywhere else. */
import { memberOfPart, partsOf, withParts } from '@domain/census/answer-parts';
import type { HouseholdForm } from '@domain/census/household-form';
import type { ValueSource } from '@domain/census/value-source';
import type { MemberDraft } from '@domain/census/member';
import type { ConflictView } from '@domain/contract/visit';
import type { Role } from '@domain/identity/role';
import { cutForm } from '../../policies/field-visibility';
import { openConflict } from '../../records/conflict-document';
import { stampOf } from '../../records/stamps';
import type { ConflictDocument, HouseholdDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

/** Comparisons of two whole forms know the members of the other one as a list. */
const WHOLE_LIST = 'members';

type Side = Pick<ConflictView['kept'], 'answers' | 'members'>;

/** What choosing the other value would change of the stored answers, part by part. */
export function partsOfValue(
  { field }: Pick<ConflictDocument, 'field'>,
  value: unknown,
  stored: HouseholdForm,
): Readonly<Record<string, unknown>> {
  if (field !== WHOLE_LIST) return { [field]: value };
  const gone = stored.members.map(({ key }) => [`${WHOLE_LIST}.${key}`, null]);
  const come = (value as MemberDraft[]).map((member) => [`${WHOLE_LIST}.${member.key}`, member]);
  return Object.fromEntries([...gone, ...come]) as Record<string, unknown>;
}

function sideOf({ field }: ConflictDocument, form: HouseholdForm, role: Role): Side {
  const shown = cutForm(form, role);
  const key = memberOfPart(field);
  if (field === WHOLE_LIST) return { answers: {}, members: shown.members };
  if (key !== undefined) {
    return { answers: {}, members: shown.members.filter((member) => member.key === key) };
  }
  const value = partsOf(shown)[field];
  return { answers: value === undefined ? {} : { [field]: value }, members: [] };
}

/** Who said either side of a conflict: what is shown carries it in its stamp. */
export function authorsOf(conflict: ConflictDocument, household: HouseholdDocument): [string, string] {
  return [stampOf(household, conflict.field).by, conflict.otherBy];
}

interface Viewer {
  readonly role: Role;
  readonly keyring: Keyring;
  readonly who: (userId: string, source: ValueSource) => Pick<ConflictView['kept'], 'author' | 'name'>;
}

export function viewConflict(
  conflict: ConflictDocument,
  { household, stored }: { readonly household: HouseholdDocument; readonly stored: HouseholdForm },
  { role, keyring, who }: Viewer,
): ConflictView {
  const other = withParts(stored, partsOfValue(conflict, openConflict(keyring, conflict), stored));
  const { source, at, by } = stampOf(household, conflict.field);
  const { otherSource = 'resident', otherBy } = conflict;
  return {
    id: conflict._id,
    field: conflict.field,
    kept: { ...sideOf(conflict, stored, role), source, at, ...who(by, source) },
    other: {
      ...sideOf(conflict, other, role),
      source: otherSource,
      at: conflict.at,
      ...who(otherBy, otherSource),
    },
  };
}
