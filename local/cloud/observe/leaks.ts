import type { Identity } from '../client/identities';

/** Telephone numbers and identity numbers of synthetic people. */
const NUMBERS = /(?<!\d)(100\d{8}|000000\d{11}[\dX])(?!\d)/;
const NAME_LENGTH_LEAST = 2;
/** Request and operation ids: four in a million of them hold digits that read as a telephone number. */
const IDS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g;

/** Whether a line a function printed holds a seeded person's phone, identity number or name. */
export function leaks(line: string, identities: Identity[]): boolean {
  if (NUMBERS.test(line.replaceAll(IDS, ''))) return true;
  return identities.some(({ name }) => name.length >= NAME_LENGTH_LEAST && line.includes(name));
}
