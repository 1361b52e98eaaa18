/**
 * What of a person's may stand in no text that others see: a mobile number, an identity number, the address of a home, the number
 * of a bank card; also where it is spaced, written out, spelled by sound, or told in pieces. Public numbers, office rooms, hours and prices pass.
 */
import { isDay } from '../kernel/day';
import { withDigits } from '../kernel/written-digits';
import { checkCharacterOf } from '../register/id-number';
import { alone, digits, GAP, numbersIn } from './digit-runs';
import { namesHome } from './home-address';
import { standsInPieces, toldIn, type Told } from './parted-digits';
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
const CARD_LENGTHS = [16, 17, 18, 19];

/** What a text says that has such a number in it; without it, more of a number in pieces has to fit. */
const SPOKEN_OF_ID = /身份证|证件|证号|号码/;
const SPOKEN_OF_CARD = /卡号|账号|帐号|账户|帐户|银行|[工农建中交招]行|打到|转到|退到/;

const joined = (text: string): string => text.replace(/[^\dxX×叉]/g, '').replace(/[x×叉]/g, 'X');

/** A day of birth where it stands in an identity number. */
function hasBirthday(number: string): boolean {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return /^(?:18|19|20)/.test(number.slice(6)) && isDay(day);
}

function hasIdNumber(plain: string, told: Told): boolean {
  const isSpokenOf = SPOKEN_OF_ID.test(told.written);
  return (
    numbersIn(plain, ID_NUMBER).some((number) => hasBirthday(joined(number))) ||
    standsInPieces(told, {
      lengths: [18],
      fewest: 2,
      mayBegin: (digits, start) => /^(?:18|19|20)$/.test(digits.slice(start + 6, start + 8)),
      isNumber: (number) =>
        /^\d{17}[\dX]$/.test(number) &&
        hasBirthday(number) &&
        (isSpokenOf || checkCharacterOf(number.slice(0, 17)) === number[17]),
    })
  );
}

/** The check digit of Luhn, which every bank card ends in. */
function isCardNumber(number: string): boolean {
  let sum = 0;
  for (let at = number.length - 1, times = 1; at >= 0; at -= 1, times = 3 - times) {
    const value = Number(number.charAt(at)) * times;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function isCard(number: string): boolean {
  return (
    /^\d{16,19}$/.test(number) && (number.startsWith('62') || isCardNumber(number)) && !hasBirthday(number)
  );
}

function hasBankNumber(plain: string, told: Told): boolean {
  const isSpokenOf = SPOKEN_OF_CARD.test(told.written);
  return (
    numbersIn(plain, BANK_NUMBER).some((written) => isCard(joined(written))) ||
    standsInPieces(told, {
      lengths: CARD_LENGTHS,
      fewest: 2,
      mayBegin: (digits, start) => (isSpokenOf ? /[3-6]/ : /6/).test(digits.charAt(start)),
      isNumber: (number) =>
        (isSpokenOf || (number.startsWith('62') && isCardNumber(number))) && isCard(number),
    })
  );
}

/** Kinds of what has to go from a text before others may see it, none twice. */
export function tracesIn(text: string): TraceKind[] {
  const plain = withDigits(text);
  const told = toldIn(text);
  const found: Readonly<Record<TraceKind, boolean>> = {
    phone: namesPhone(told),
    idNumber: hasIdNumber(plain, told),
    address: namesHome(plain),
    bankNumber: hasBankNumber(plain, told),
  };
  return TRACE_KINDS.filter((kind) => found[kind]);
}

/** What to take out, as a sentence. */
export function tracesSentence(kinds: readonly TraceKind[]): string {
  return `别人也会看到，请去掉${kinds.map((kind) => TRACE_WORDS[kind]).join('、')}`;
}
