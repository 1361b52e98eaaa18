/**
 * What of a person's may stand in no text that others see: a mobile number, an identity number, the address of a home, the number
 * of a bank card; also where it is spaced, written out, or spelled by sound. Public numbers, office rooms, hours and prices pass.
 */
import { isDay } from '../kernel/day';
import { withDigits } from '../kernel/written-digits';
import { alone, digits, GAP, numbersIn } from './digit-runs';
import { namesHome } from './home-address';
import { namesPhone } from './phone-number';

export const TRACE_KINDS = ['phone', 'idNumber', 'address', 'bankNumber'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

const TRACE_WORDS: Readonly<Record<TraceKind, string>> = {
  phone: '手机号',
  idNumber: '身份证号',
  address: '门牌号',
  bankNumber: '银行卡号',
};

const ID_NUMBER = alone(`${digits(17)}(?:\\d|[xX×叉])`);
const BANK_NUMBER = alone(`${digits(15)}\\d(?:${GAP}\\d){0,3}`);

const joined = (text: string): string => text.replace(/[^\dxX×叉]/g, '').replace(/[x×叉]/g, 'X');

/** A day of birth where it stands in an identity number. */
function hasBirthday(number: string): boolean {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return /^(?:18|19|20)/.test(number.slice(6)) && isDay(day);
}

function hasIdNumber(text: string): boolean {
  return numbersIn(text, ID_NUMBER).some((number) => hasBirthday(joined(number)));
}

/** The check digit of Luhn, which every bank card ends in. */
function isCardNumber(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function hasBankNumber(text: string): boolean {
  return numbersIn(text, BANK_NUMBER).some((written) => {
    const number = joined(written);
    return (
      /^\d{16,19}$/.test(number) && !hasBirthday(number) && (number.startsWith('62') || isCardNumber(number))
    );
  });
}

/** Kinds of what has to go from a text before others may see it, none twice. */
export function tracesIn(text: string): TraceKind[] {
  const plain = withDigits(text);
  const found: Readonly<Record<TraceKind, boolean>> = {
    phone: namesPhone(text),
    idNumber: hasIdNumber(plain),
    address: namesHome(plain),
    bankNumber: hasBankNumber(plain),
  };
  return TRACE_KINDS.filter((kind) => found[kind]);
}

/** What to take out, as a sentence. */
export function tracesSentence(kinds: readonly TraceKind[]): string {
  return `别人也会看到，请去掉${kinds.map((kind) => TRACE_WORDS[kind]).join('、')}`;
}
