/** What the form shows of a tenancy, and what a touch does to it. */
import type { Language } from '../../../messages/language';
import type { Answers } from '../../../services/household-answers';
import { NO, YES } from './tiles';

export interface TenancyView {
  landlordName: string;
  landlordPhone: string;
  startOn: string;
  startLabel: string;
  endOn: string;
  endLabel: string;
  contract: string;
  errors: Readonly<Record<string, string>>;
}

const FIELDS = ['landlordName', 'landlordPhone', 'startOn', 'endOn', 'hasContract'] as const;
type Field = (typeof FIELDS)[number];

export function viewTenancy(
  { tenancy }: Answers,
  errors: Readonly<Record<string, string>>,
  { tenancy: words }: Language['words'],
): TenancyView {
  const labelOf = (label: string, day: string): string => (day === '' ? label : words.picked(label, day));
  const { landlordName = '', landlordPhone = '', startOn = '', endOn = '', hasContract } = tenancy ?? {};
  const said = hasContract === true ? YES : NO;
  return {
    landlordName,
    landlordPhone,
    startOn,
    startLabel: labelOf(words.startOn, startOn),
    endOn,
    endLabel: labelOf(words.endOn, endOn),
    contract: hasContract === undefined ? '' : said,
    errors: Object.fromEntries(FIELDS.map((field) => [field, errors[`tenancy.${field}`] ?? ''])),
  };
}

/** Answers after one thing of the tenancy was typed or chosen; what the form does not ask changes nothing. */
export function withTenancy(answers: Answers, field: string, value: string): Answers {
  const known = FIELDS.find((one): one is Field => one === field);
  if (known === undefined) return answers;
  const given = known === 'hasContract' ? value === YES : value;
  return { ...answers, tenancy: { ...answers.tenancy, [known]: given } };
}
