import type { Identity } from '../client/identities';

/** Telephone numbers and identity numbers of synthetic people. */
const NUMBERS = /(?<!\d)(100\d{8}|000000\d{11}[\dX])(?!\d)/;
const NAME_LENGTH_LEAST = 2;

/** Whether a line a function printed holds a seeded person's phone, identity number or name. */
export function leaks(line: string, identities: Identity[]): boolean {
  if (NUMBERS.test(line)) return true;
  return identities.some(({ name }) => name.length >= NAME_LENGTH_LEAST && line.includes(name));
}
