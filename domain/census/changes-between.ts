/** Finds what one person changed of a form. It carries no schema, for phones carry none. */
import { CLEARABLE } from './codes';
import type { HouseholdChanges } from './household-changes';
import type { HouseholdForm } from './household-form';

type AnswerName = keyof HouseholdChanges['answers'];

/** Every answer of a change, once each: the compiler misses the one that is left out. */
const ANSWERS = Object.keys({
  useState: 0,
  fillRole: 0,
  headName: 0,
  phone: 0,
  liveCount: 0,
  hukouOnlyCount: 0,
  vehicles: 0,
  care: 0,
  suggestion: 0,
  volunteer: 0,
  contactOk: 0,
  tenancy: 0,
} satisfies Record<AnswerName, 0>) as AnswerName[];

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What was changed of the form that was shown. Both come from the same screen, so equal answers are written alike. */
export function changesBetween(shown: HouseholdForm, edited: HouseholdForm): HouseholdChanges {
  const differing = ANSWERS.filter((name) => !isSame(shown[name], edited[name]));
  const kept = new Set(edited.members.map(({ key }) => key));
  const before = new Map(shown.members.map((member) => [member.key, member]));
  return {
    answers: Object.fromEntries(
      differing.filter((name) => edited[name] !== undefined).map((name) => [name, edited[name]]),
    ),
    cleared: CLEARABLE.filter((name) => edited[name] === undefined && shown[name] !== undefined),
    members: edited.members.filter((member) => !isSame(member, before.get(member.key))),
    removed: shown.members.map(({ key }) => key).filter((key) => !kept.has(key)),
    ...(edited.guardianConsent === undefined ? {} : { guardianConsent: edited.guardianConsent }),
    reasons: edited.reasons,
  };
}
