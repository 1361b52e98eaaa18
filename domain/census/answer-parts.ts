/** A household's answers as parts that are said, compared and chosen one by one: each field, and each person as a whole. */
import type { HouseholdChanges } from './household-changes';
import type { HouseholdForm } from './household-form';
import type { MemberDraft } from './member';
import { isSameValue } from './merge';

const MEMBERS = 'members.';
/** Members are parts of their own, reasons answer the findings of a whole form, the guardian's tick belongs to the consent. */
const NO_PARTS: readonly string[] = ['members', 'reasons', 'guardianConsent'];

export type Parts = Readonly<Record<string, unknown>>;

function memberPart(key: string): string {
  return MEMBERS + key;
}

/** The key of the person whom a part is about; undefined for a field. */
export function memberOfPart(part: string): string | undefined {
  return part.startsWith(MEMBERS) ? part.slice(MEMBERS.length) : undefined;
}

/** Every part of a form; what is not there is null. */
export function partsOf(form: HouseholdForm): Parts {
  const fields = Object.entries(form).filter(
    ([name, value]) => !NO_PARTS.includes(name) && value !== undefined,
  );
  const members = form.members.map((member) => [memberPart(member.key), member] as const);
  return Object.fromEntries<unknown>([...fields, ...members]);
}

/** Parts that differ, in the order of their names. */
export function differingParts(before: Parts, after: Parts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isSameValue(before[name], after[name])).sort();
}

/** What somebody changed, part by part; null takes an answer back or a person out. */
export function partsOfChanges({ answers, cleared, members, removed }: HouseholdChanges): Parts {
  const fields = Object.entries(answers).filter(([, value]) => value !== undefined);
  return Object.fromEntries<unknown>([
    ...fields,
    ...cleared.map((name) => [name, null] as const),
    ...removed.map((key) => [memberPart(key), null] as const),
    ...members.map((member) => [memberPart(member.key), member] as const),
  ]);
}

/** The form with these parts in place of its own; people who are new come last, in the order of their keys. */
export function withParts(form: HouseholdForm, parts: Parts): HouseholdForm {
  const members = withMembers(form.members, parts);
  const fields = Object.entries(parts).filter(([part]) => memberOfPart(part) === undefined);
  const answers = Object.entries<unknown>({ ...form, ...Object.fromEntries(fields), members });
  return Object.fromEntries(answers.filter(([, value]) => value !== null)) as HouseholdForm;
}

function withMembers(members: readonly MemberDraft[], parts: Parts): MemberDraft[] {
  const said = new Map<string, unknown>();
  for (const [part, value] of Object.entries(parts)) {
    const key = memberOfPart(part);
    if (key !== undefined) said.set(key, value);
  }
  const known = members.map((member) => (said.has(member.key) ? said.get(member.key) : member));
  const fresh = [...said]
    .filter(([key]) => members.every((member) => member.key !== key))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value);
  return [...known, ...fresh].filter((member) => member !== null) as MemberDraft[];
}
