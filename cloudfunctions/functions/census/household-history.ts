/** What a correction changed: names of fields for the audit, former values for the history. */
import type { HouseholdForm } from '@domain/census/household-form';

function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

/** Fields of the form whose answers differ, in the order of their names. */
export function differingFields(former: HouseholdForm, next: HouseholdForm): string[] {
  const names = new Set([...Object.keys(former), ...Object.keys(next)]) as Set<keyof HouseholdForm>;
  return [...names].filter((name) => plain(former[name]) !== plain(next[name])).sort();
}

export function pick(form: HouseholdForm, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => fields.includes(name)));
}
