/** What a correction changed: names of fields for the audit, former values for the history. */
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { HouseholdForm } from '@domain/census/household-form';

/** A guardian's tick belongs to the consent, which is kept apart: it is no answer about the home. */
const NO_ANSWERS: readonly string[] = ['guardianConsent'];

/** Fields of the form whose answers differ, in the order of their names. */
export function differingFields(former: HouseholdForm, next: HouseholdForm): string[] {
  const names = new Set([...Object.keys(former), ...Object.keys(next)]) as Set<keyof HouseholdForm>;
  return [...names]
    .filter((name) => !NO_ANSWERS.includes(name))
    .filter((name) => canonicalJson(former[name] ?? null) !== canonicalJson(next[name] ?? null))
    .sort();
}

export function pick(form: HouseholdForm, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => fields.includes(name)));
}
