/** Four digits that the filler of a form tells the household, and the household says to the worker at the door. */
import { timingSafeEqual } from 'node:crypto';
import { CROCKFORD } from '@domain/kernel/crockford';
import type { ChangeContext } from '../kernel/context';
import type { ProxyPart } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

const DIGITS = 4;
const CODES = 10 ** DIGITS;
/** The third wrong code locks: a stranger at the door guesses one form in 3,333. */
export const TRIES_MAX = 3;

const INVITATION_PAGE = '/packages/family/pages/invitation/invitation';

/** Where its filler reads the code, and afterwards how the form stands and its receipt. */
export const linkToInvitation = (id: string): string => `${INVITATION_PAGE}?id=${id}`;

const place = (formId: string) => ({ collection: 'submissions', id: formId, field: 'proxy.code' });

/** Four digits that follow from the operation, so that a repeated attempt makes the same; the key keeps them from being guessed. */
export function drawCode({ keyring, idFor }: Pick<ChangeContext, 'keyring' | 'idFor'>): string {
  const secret = keyring.linkDigest(idFor('spokenCode')).toUpperCase();
  // A number of 130 bits, digit by digit: its remainder is as good as equally likely.
  const remainder = [...secret].reduce((rest, digit) => (rest * 32 + CROCKFORD.indexOf(digit)) % CODES, 0);
  return String(remainder).padStart(DIGITS, '0');
}

/** A new code for a form, to be told to its filler, and what the form keeps of it. */
export function newSpokenCode(
  context: Pick<ChangeContext, 'keyring' | 'idFor'>,
  { formId, invitationId }: { readonly formId: string; readonly invitationId: string },
): { readonly code: string; readonly proxy: ProxyPart } {
  const code = drawCode(context);
  const sealedCode = context.keyring.seal('content', place(formId), code);
  return { code, proxy: { invitationId, sealedCode, tries: 0 } };
}

export function openSpokenCode(keyring: Keyring, formId: string, { sealedCode }: ProxyPart): string {
  return keyring.open(place(formId), sealedCode);
}

/** The same code and the same count for another form of the same filler. */
export function moveSpokenCode(
  keyring: Keyring,
  { from, to }: { readonly from: string; readonly to: string },
  proxy: ProxyPart,
): ProxyPart {
  return { ...proxy, sealedCode: keyring.seal('content', place(to), openSpokenCode(keyring, from, proxy)) };
}

export function isLocked(proxy: ProxyPart | undefined): boolean {
  return proxy !== undefined && proxy.tries >= TRIES_MAX;
}

export function triesLeft({ tries }: ProxyPart): number {
  return Math.max(0, TRIES_MAX - tries);
}

export function isSpokenCode(code: string, said: string): boolean {
  return code.length === said.length && timingSafeEqual(Buffer.from(code), Buffer.from(said));
}
