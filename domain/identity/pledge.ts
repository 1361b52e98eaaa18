/** What makes a seat ready: a signed pledge, and for some a phone with a PIN. */

/** The text of the confidentiality pledge that is signed; a new text is a new version. */
export const PLEDGE_VERSION = '1';

export const PIN_LENGTH = 6;

/** Six digits that are not one digit six times nor a run up or down. */
export function isGoodPin(pin: string): boolean {
  return /^\d{6}$/.test(pin) && !/^(\d)\1{5}$/.test(pin) && !'01234567890 09876543210'.includes(pin);
}
