/** What a correction changed, by the names of the fields. */
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { HouseholdForm } from '@domain/census/household-form';

/** A guardian's tick belongs to the consent, which is kept apart: it is no answer about the home. */
const NO_ANSWERS: readonly string[] = ['guardianConsent'];

/** Fields of the form whose answers differ, in the order of their names. */
export function differingFields(former: HouseholdForm, next: HouseholdForm): (keyof HouseholdForm)[] {
  const names = new Set([...Object.keys(former), ...Object.keys(next)]) as Set<keyof HouseholdForm>;
  return [...names]
    .filter((name) => !NO_ANSWERS.includes(name))
    .filter((name) => canonicalJson(former[name] ?? null) !== canonicalJson(next[name] ?? null))
    .sort();
}
