/** Documents whose numbers have no check character, or an older card: length and characters are all that can be said. */
import { normaliseIdNumber } from './id-number';

/** Codes of the identity document kinds (`idKind`). */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  '414': /^[A-Z0-9]{5,20}$/, // passport
  '511': /^\d{8}$/, // 台湾居民来往大陆通行证
  '516': /^[HM]\d{8}(\d{2})?$/, // 港澳居民来往内地通行证
  '552': /^[A-Z]{3}\d{12}$/, // permanent residence card before December 2023
  '560': /^[A-Z]\d{9}$/, // birth certificate
  '570': /^\d{6,10}$/, // military
};

/** Whether a number may stand on a document of that kind; undefined for kinds this file knows nothing about. */
export function fitsDocument(kind: string, text: string): boolean | undefined {
  return PATTERNS[kind]?.test(normaliseIdNumber(text));
}
