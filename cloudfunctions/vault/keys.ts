import { blindIndex, derivedKey, keyedId, type IndexedField } from './blind-index';
import { kidOf, openBinary, openText, sealBinary, sealText, type Place } from './envelope';
import { SealBrokenError } from './cipher';
import { openKeyStore, type KeyFamily, type KeyStore, type RootOfKeys } from './data-keys';
import {
  readNumber,
  readPack,
  readTicket,
  signNumber,
  signPack,
  signTicket,
  type HeldNumber,
  type PackFacts,
  type ProofReading,
  type TicketReading,
} from './ticket';
import type { KeyDocument } from '../repositories/documents';

/** Families whose keys seal values; the others only name things. */
export type SealFamily = Extract<KeyFamily, 'person' | 'sensitive' | 'content' | 'export'>;

/**
 * Everything the product does with a key. person: L3 · sensitive: L4 · content: texts, link tokens, waiting forms · export:
 * pieces and files. Each method throws Problem DEPENDENCY_UNAVAILABLE while its key cannot be had; opening throws
 * SealBrokenError for a value that was changed or moved.
 */
export interface Keyring {
  seal(family: SealFamily, place: Place, text: string): string;
  open(place: Place, envelope: string): string;
  sealBytes(family: SealFamily, place: Place, bytes: Uint8Array): Buffer;
  openBytes(place: Place, sealed: Uint8Array): Buffer;
  /** 22 characters, equal for equal numbers however they were typed. Never leaves a function. */
  index(field: IndexedField, text: string): string;
  /** The `_id` of the link document of a token. */
  linkDigest(token: string): string;
  /** The person behind an openid as events and assignments name them. */
  actorOf(openid: string): string;
  /** The `_id` of a chat group at one building. */
  groupDigest(groupId: string, buildingId: string): string;
  /** 26 characters for an input as text: equal for equal inputs, and nothing of it can be found by trying. */
  payloadDigest(text: string): string;
  /** 26 characters for a PIN, a phone's own key, a ticket, a code on a screen: each purpose for itself, none to be found by trying. */
  digestOf(purpose: 'pin' | 'device' | 'atWork' | 'activityCode', text: string): string;
  /** 32 bytes with which receipts of one grid are made and checked. */
  receiptKey(gridId: string): Buffer;
  signTicket(doorId: string, expiresAt: number): string;
  readTicket(ticket: string, now: number): TicketReading;
  signPack(pack: PackFacts): string;
  /** The route pack of a ticket, where it was made for this person. */
  readPack(ticket: string, userId: string): PackFacts | undefined;
  signNumber(held: HeldNumber, expiresAt: number): string;
  readNumber(proof: string, held: HeldNumber & { readonly now: number }): ProofReading;
  /** 32 bytes; phones seal to the public key that belongs to them. */
  recordSecret(): Buffer;
}

const INDEX_FAMILIES = { phone: 'blindPhone', id: 'blindId', plate: 'blindPlate', tail: 'blindId' } as const;

/** `documents` is the collection `keys`, whole. The keys live as long as the keyring: at most ten minutes. */
export function createKeyring({
  documents,
  ...root
}: RootOfKeys & { readonly documents: readonly KeyDocument[] }): Keyring {
  const keys = openKeyStore(root, documents);
  const bytesOf = (family: KeyFamily): Uint8Array => keys.active(family).bytes;
  return {
    seal: (family, place, text) => sealText(keys.active(family), place, text),
    open: (place, envelope) => openText(keyFor(keys, envelope), place, envelope),
    sealBytes: (family, place, bytes) => sealBinary(keys.active(family), place, bytes),
    openBytes: (place, sealed) => openBinary(keyFor(keys, sealed), place, sealed),
    index: (field, text) => blindIndex(bytesOf(INDEX_FAMILIES[field]), field, text),
    linkDigest: (token) => keyedId(bytesOf('link'), 'token', token),
    actorOf: (openid) => keyedId(bytesOf('actor'), 'openid', openid),
    groupDigest: (groupId, buildingId) => keyedId(bytesOf('actor'), 'group', `${groupId}|${buildingId}`),
    payloadDigest: (text) => keyedId(bytesOf('actor'), 'payload', text),
    digestOf: (purpose, text) => keyedId(bytesOf('actor'), purpose, text),
    receiptKey: (gridId) => derivedKey(bytesOf('receipt'), 'grid', gridId),
    signTicket: (doorId, expiresAt) => signTicket(bytesOf('link'), doorId, expiresAt),
    readTicket: (ticket, now) => readTicket(bytesOf('link'), ticket, now),
    signPack: (pack) => signPack(bytesOf('link'), pack),
    readPack: (ticket, userId) => readPack(bytesOf('link'), ticket, userId),
    signNumber: (held, expiresAt) => signNumber(bytesOf('link'), held, expiresAt),
    readNumber: (proof, held) => readNumber(bytesOf('link'), proof, held),
    recordSecret: () => derivedKey(bytesOf('link'), 'sealedRecord', 'phone'),
  };
}

function keyFor(keys: KeyStore, sealed: string | Uint8Array): ReturnType<KeyStore['named']> {
  const kid = kidOf(sealed);
  if (kid === undefined) throw new SealBrokenError('malformed');
  return keys.named(kid);
}
