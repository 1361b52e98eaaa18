/**
 * What of a person's may stand in no text that others see: a mobile number, an identity number, the address of a home, the number
 * of a bank card; also where it is spaced, written out, or spelled by sound. Public numbers, office rooms, hours and prices pass.
 */
import { isDay } from '../kernel/day';
import { withDigits } from './written-digits';

export const TRACE_KINDS = ['phone', 'idNumber', 'address', 'bankNumber'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

export const TRACE_WORDS: Readonly<Record<TraceKind, string>> = {
  phone: '手机号',
  idNumber: '身份证号',
  address: '门牌号',
  bankNumber: '银行卡号',
};

/** What people put between digits. */
const GAP = String.raw`[\s\-‐-―.·•,，、。*_~/+—()（）]{0,3}`;
const digits = (count: number): string => `(?:\\d${GAP}){${count}}`;
const alone = (pattern: string): RegExp => new RegExp(`(?<!\\d)${pattern}(?!\\d)`, 'g');

const PHONE = alone(`(?:(?:00)?86${GAP})?1${GAP}(?:[3-9]${GAP}|0${GAP}0${GAP}(?=\\d))${digits(7)}\\d{1,2}`);
const ID_NUMBER = alone(`${digits(17)}(?:\\d|[xX×叉])`);
const BANK_NUMBER = alone(`${digits(15)}\\d(?:${GAP}\\d){0,3}`);

const joined = (text: string): string => text.replace(/[^\dxX×叉]/g, '').replace(/[x×叉]/g, 'X');

/** Floors or units one after the other are a list and no number: 1、3、5、7、9、11 … */
function isEnumeration(text: string): boolean {
  const parts = text.split(/\D+/).filter((part) => part !== '');
  return parts.length > 5 && parts.every((part) => part.length <= 2) && isRising(parts);
}

function isRising(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || Number(part) > Number(parts[index - 1]));
}

function hasPhone(text: string): boolean {
  return (text.match(PHONE) ?? []).some((found) => {
    const number = joined(found).replace(/^(?:00)?86(?=1)/, '');
    return number.length === 11 && !isEnumeration(found);
  });
}

/** A day of birth where it stands in an identity number. */
function hasBirthday(number: string): boolean {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return /^(?:18|19|20)/.test(number.slice(6)) && isDay(day);
}

function hasIdNumber(text: string): boolean {
  return (text.match(ID_NUMBER) ?? []).some((found) => hasBirthday(joined(found)));
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
  return (text.match(BANK_NUMBER) ?? []).some((found) => {
    const number = joined(found);
    return (
      /^\d{16,19}$/.test(number) && !hasBirthday(number) && (number.startsWith('62') || isCardNumber(number))
    );
  });
}

const NUMBER = String.raw`(?:\d{1,3}|[甲乙丙丁A-Za-z]|\d?十\d?)`;
const ROOM = String.raw`\d{1,2}\s?0?\d{2}`;
const BUILDING = `${NUMBER}\\s?(?:号楼|号院|幢|栋|座|号(?=\\s?\\d))`;
const UNIT = `${NUMBER}\\s?(?:单元|门(?!诊|口|卫))`;
const BETWEEN = String.raw`[\s,，、.。\-]{0,2}`;
const FLOOR = `(?:${NUMBER}\\s?(?:层|楼)${BETWEEN})?`;
const NOT_ROOM = String.raw`(?![\d年月日元点时分岁名位人个户块米条路吨次:.]|[一-龥]?办公|\s?(?:元|平))`;
const HOME_ROOM = new RegExp(
  `(?:${BUILDING}${BETWEEN}(?:${UNIT})?|${UNIT})${BETWEEN}${FLOOR}(?:${ROOM}|\\d{3,4})${NOT_ROOM}`,
);
/** 5-2-301, which is no day. */
const DASHED = new RegExp(String.raw`(?<![\d-])\d{1,3}\s?[-—–]\s?\d{1,2}\s?[-—–]\s?\d{3,4}(?![\d-])`);
const LIVES_IN = new RegExp(String.raw`(?:住|家在|我家|门牌)[^。；\n\d]{0,8}?\d{3,4}\s?(?:室|房|号房|户)`);

function hasAddress(text: string): boolean {
  return [HOME_ROOM, DASHED, LIVES_IN].some((pattern) => pattern.test(text));
}

/** Kinds of what has to go from a text before others may see it, none twice. */
export function tracesIn(text: string): TraceKind[] {
  const plain = withDigits(text);
  const found: Readonly<Record<TraceKind, boolean>> = {
    phone: hasPhone(plain),
    idNumber: hasIdNumber(plain),
    address: hasAddress(plain),
    bankNumber: hasBankNumber(plain),
  };
  return TRACE_KINDS.filter((kind) => found[kind]);
}

/** What to take out, as a sentence. */
export function tracesSentence(kinds: readonly TraceKind[]): string {
  return `别人也会看到，请去掉${kinds.map((kind) => TRACE_WORDS[kind]).join('、')}`;
}
