/** The code of a certificate: `Z-7F3K9-Q2PX4-C`, ten characters that nobody can guess and one that checks them. */
import { checkCharacter, foldCode, hasCheckCharacter, isCrockford } from '../kernel/crockford';

const KIND = 'Z';
export const CERTIFICATE_TOKEN_LENGTH = 10;
const LENGTH = CERTIFICATE_TOKEN_LENGTH + 2;

export function certificateCodeOf(token: string): string {
  return `${KIND}-${token.slice(0, 5)}-${token.slice(5)}-${checkCharacter(KIND + token) ?? ''}`;
}

/** The token behind what a person typed or scanned; undefined where a character is wrong. Asked before anything is looked up. */
export function tokenOfCertificate(text: string): string | undefined {
  const folded = foldCode(text);
  const isOurs = folded.length === LENGTH && folded.startsWith(KIND) && isCrockford(folded);
  return isOurs && hasCheckCharacter(folded) ? folded.slice(1, -1) : undefined;
}
