import { withoutBlanks } from '../kernel/text-width';

const PHONE_WRONG = '手机号应该是 11 位，您看看是不是少了一位';

export interface PhoneRules {
  /** Numbers that begin with 100 belong to nobody; accepted only where the deployment says so. */
  allowTestNumbers: boolean;
  /** The street's area code, such as `0632`, offered for landlines typed without one. */
  areaCode?: string;
}

export type PhoneCheck =
  | { ok: true; number: string; kind: 'mobile' | 'landline'; suggestion?: string }
  | { ok: false; number: string; sentence: string };

/** Half width, without blanks, hyphens, brackets and the prefix of the country. */
export function normalisePhone(text: string): string {
  return withoutBlanks(text)
    .replace(/[-‐-―()]/g, '')
    .replace(/^(?:\+86|0086)/, '');
}

/** Mobile of 11 digits or landline; a landline without area code is accepted with the full number as a suggestion. */
export function checkPhone(text: string, rules: PhoneRules): PhoneCheck {
  const number = normalisePhone(text);
  if (isMobile(number, rules)) return { ok: true, number, kind: 'mobile' };
  if (/^0\d{9,11}$/.test(number)) return { ok: true, number, kind: 'landline' };
  if (/^[2-8]\d{6,7}$/.test(number)) {
    const local = { ok: true, number, kind: 'landline' } as const;
    return rules.areaCode === undefined ? local : { ...local, suggestion: rules.areaCode + number };
  }
  return { ok: false, number, sentence: PHONE_WRONG };
}

function isMobile(number: string, { allowTestNumbers }: PhoneRules): boolean {
  return /^1[3-9]\d{9}$/.test(number) || (allowTestNumbers && /^100\d{8}$/.test(number));
}
