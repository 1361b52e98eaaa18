/** What of a wish lies sealed: words that nobody has released, whom to ring, where and what only the volunteer needs, the code. */
import type { PlateLines } from '@domain/area/plate';
import type { WishDocument } from '../repositories/documents';
import type { Place } from '../vault/envelope';
import type { Keyring } from '../vault/keys';

const place = (id: string, field: string): Place => ({ collection: 'wishes', id, field });

/** Whom to ring. Gone a week after the end. */
export interface WishContact {
  readonly name: string;
  readonly phone: string;
}

/** Gone thirty days after the end. */
export interface WishPrivate {
  readonly plate: PlateLines;
  readonly note: string;
  readonly isAlone: boolean;
}

export function sealWishText(keyring: Keyring, id: string, text: string): string {
  return keyring.seal('content', place(id, 'text'), text);
}

/** The wish's words for who may read them before their release; '' once they have been erased. */
export function openWishText(keyring: Keyring, { _id, sealedText, text }: WishDocument): string {
  return text === '' && sealedText !== '' ? keyring.open(place(_id, 'text'), sealedText) : text;
}

export function sealWishContact(keyring: Keyring, id: string, contact: WishContact): string {
  return keyring.seal('sensitive', place(id, 'contact'), JSON.stringify(contact));
}

/** Undefined once it has been erased. */
export function openWishContact(
  keyring: Keyring,
  { _id, sealedContact }: Pick<WishDocument, '_id' | 'sealedContact'>,
): WishContact | undefined {
  if (sealedContact === undefined) return undefined;
  return JSON.parse(keyring.open(place(_id, 'contact'), sealedContact)) as WishContact;
}

export function sealWishPrivate(keyring: Keyring, id: string, whole: WishPrivate): string {
  return keyring.seal('sensitive', place(id, 'private'), JSON.stringify(whole));
}

/** Undefined once it has been erased. */
export function openWishPrivate(
  keyring: Keyring,
  { _id, sealedPrivate }: Pick<WishDocument, '_id' | 'sealedPrivate'>,
): WishPrivate | undefined {
  if (sealedPrivate === undefined) return undefined;
  return JSON.parse(keyring.open(place(_id, 'private'), sealedPrivate)) as WishPrivate;
}

export function sealWishCode(keyring: Keyring, id: string, code: string): string {
  return keyring.seal('content', place(id, 'code'), code);
}

export function openWishCode(keyring: Keyring, { _id, sealedCode }: WishDocument): string {
  return keyring.open(place(_id, 'code'), sealedCode);
}

export function sealWishReason(keyring: Keyring, id: string, reason: string): string {
  return keyring.seal('content', place(id, 'reason'), reason);
}

export function openWishReason(
  keyring: Keyring,
  { _id, sealedReason }: Pick<WishDocument, '_id' | 'sealedReason'>,
): string | undefined {
  return sealedReason === undefined ? undefined : keyring.open(place(_id, 'reason'), sealedReason);
}

/** Why a colleague wants to close it, for the one who is to agree. */
export function sealClosingReason(keyring: Keyring, id: string, reason: string): string {
  return keyring.seal('content', place(id, 'closing'), reason);
}

export function openClosingReason(
  keyring: Keyring,
  { _id }: Pick<WishDocument, '_id'>,
  { sealedReason }: NonNullable<WishDocument['closing']>,
): string {
  return keyring.open(place(_id, 'closing'), sealedReason);
}
