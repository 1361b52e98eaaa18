/**
 * Identity numbers of 18 characters: resident card (GB 11643-1999), residence permit of 港澳台居民, and the permanent
 * residence card of foreigners in its form since December 2023. All three end in an ISO 7064 MOD 11-2 check character.
 */
import { ageOn, isDay, type Day } from '../kernel/day';
import { withoutBlanks } from '../kernel/text-width';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const AGE_MAX = 120;
const TEST_REGION = '000000';
/** First two digits ever given to a province or its equal; abolished counties keep theirs in old numbers. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83';

export type IdNumberKind = 'resident' | 'residencePermit' | 'permanentResident';

/** What is wrong, so that it cannot be this person's number. */
export type IdNumberError =
  | 'LOST_DIGITS'
  | 'LENGTH'
  | 'CHARACTERS'
  | 'REGION'
  | 'DATE'
  | 'FUTURE'
  | 'AGE'
  | 'CHECK'
  | 'TEST_NUMBER';

/** What is odd, and may still be right: people keep abolished codes, and cards hold mistakes. */
export type IdNumberWarning = 'SEX_DIFFERS' | 'REGION_UNKNOWN' | 'OLD_NUMBER';

export interface IdNumberCheck {
  /** Normalised; an old number of 15 digits stands here in its 18 characters. */
  value: string;
  errors: IdNumberError[];
  warnings: IdNumberWarning[];
}

export interface IdNumberContext {
  kind: IdNumberKind;
  today: Day;
  /** Synthetic numbers (region 000000) count only where the deployment says so. */
  allowTestNumbers: boolean;
  /** Code of the table `gender.json`, when known. */
  gender?: string;
}

/** The check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function checkCharacterOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** True for 17 digits and the check character that fits them; says nothing of region or date. */
export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkCharacterOf(text) === text[17];
}

/** Half width, capital X, no blanks, no apostrophe that a spreadsheet put in front. */
export function normaliseIdNumber(text: string): string {
  return withoutBlanks(text).replace(/^['’]/, '').toUpperCase();
}

export function checkIdNumber(text: string, context: IdNumberContext): IdNumberCheck {
  const typed = normaliseIdNumber(text);
  if (/E\+?\d+$/.test(typed)) return { value: typed, errors: ['LOST_DIGITS'], warnings: [] };
  const isOld = context.kind === 'resident' && /^\d{15}$/.test(typed);
  const value = isOld ? lengthened(typed) : typed;
  const shape = shapeError(value);
  if (shape !== undefined) return { value, errors: [shape], warnings: [] };
  const errors = [regionError(value, context), dateError(value, context.today), checkError(value)];
  const warnings = [
    isOld ? ('OLD_NUMBER' as const) : undefined,
    sexWarning(value, context),
    regionWarning(value, context.kind),
  ];
  return { value, errors: errors.filter(isPresent), warnings: warnings.filter(isPresent) };
}

/** `last4` campaigns keep the end of a number for matching only. */
export function isIdTail(text: string): boolean {
  return /^\d{3}[\dX]$/.test(normaliseIdNumber(text));
}

/** The 18 characters of a number from before 1999: century inserted, check character added. */
function lengthened(digits: string): string {
  const first17 = `${digits.slice(0, 6)}19${digits.slice(6)}`;
  return first17 + checkCharacterOf(first17);
}

function shapeError(value: string): IdNumberError | undefined {
  if (value.length !== 18) return 'LENGTH';
  return /^\d{17}[\dX]$/.test(value) ? undefined : 'CHARACTERS';
}

function regionError(value: string, { kind, allowTestNumbers }: IdNumberContext): IdNumberError | undefined {
  if (kind === 'residencePermit') return /^8[123]0000/.test(value) ? undefined : 'REGION';
  if (kind === 'permanentResident') return value.startsWith('9') ? undefined : 'REGION';
  return value.startsWith(TEST_REGION) && !allowTestNumbers ? 'TEST_NUMBER' : undefined;
}

function dateError(value: string, today: Day): IdNumberError | undefined {
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDay(bornOn)) return 'DATE';
  const age = ageOn(bornOn, today);
  if (age === undefined) return 'FUTURE';
  return age > AGE_MAX ? 'AGE' : undefined;
}

function checkError(value: string): IdNumberError | undefined {
  return isIdNumber(value) ? undefined : 'CHECK';
}

function sexWarning(value: string, { gender, kind }: IdNumberContext): IdNumberWarning | undefined {
  if (kind === 'permanentResident' || (gender !== '1' && gender !== '2')) return undefined;
  const isMale = Number(value[16]) % 2 === 1;
  return isMale === (gender === '1') ? undefined : 'SEX_DIFFERS';
}

function regionWarning(value: string, kind: IdNumberKind): IdNumberWarning | undefined {
  if (kind !== 'resident' || value.startsWith(TEST_REGION)) return undefined;
  return PROVINCES.split(' ').includes(value.slice(0, 2)) ? undefined : 'REGION_UNKNOWN';
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
