/**
 * Keys. The root key stands in the environment variable WANJIA_ROOT_KEY and nowhere else; data keys are random, wrapped with
 * the root and bound to environment, family and name, and lie in the collection `keys`. Two kinds of family:
 *
 * - sealing families (person, sensitive, content, export): a new key is stored as `pre` until every warm function has read
 *   it, then becomes `active` and the old one `decryptOnly`; values are sealed anew by a job.
 * - naming families (blind…, link, receipt, actor, suppress): what they make is a key or an index in the database, so their
 *   key is never exchanged on its own; a change of it is a migration that writes those values anew.
 */
import { randomBytes } from 'node:crypto';
import { Problem } from '@domain/kernel/problem';
import type { KeyDocument } from '../repositories/documents';
import { decrypt, encrypt, exactBytes, KEY_BYTES, SealBrokenError } from './cipher';
import type { DataKey } from './envelope';
import { base32 } from './random-id';

export const KEY_FAMILIES = [
  'person',
  'sensitive',
  'content',
  'export',
  'blindPhone',
  'blindId',
  'blindPlate',
  'link',
  'receipt',
  'actor',
  'suppress',
] as const;
export type KeyFamily = (typeof KEY_FAMILIES)[number];

/** Forty random bits tell keys apart and keep every envelope short; a clash would fail as a doubled `_id`. */
const KID_LENGTH = 8;

export interface RootOfKeys {
  /** The cloud environment's id. */
  readonly environment: string;
  /** WANJIA_ROOT_KEY as it was found: base64url of 32 bytes. */
  readonly rootKey: string | undefined;
}

/** Data keys of one environment by name and by family. Throws Problem DEPENDENCY_UNAVAILABLE at use, never before. */
export interface KeyStore {
  /** The family's key for new values. */
  active(family: KeyFamily): DataKey;
  /** The key of a sealed value, whatever its family; SealBrokenError where this environment has no such key. */
  named(kid: string): DataKey;
}

/** A wrapped new data key, ready to be stored. `state` is 'active' for a family's first key and 'pre' for a later one. */
export function newKeyDocument(
  root: RootOfKeys,
  family: KeyFamily,
  { at, state }: Pick<KeyDocument, 'at' | 'state'>,
): KeyDocument {
  const kid = base32(randomBytes(16)).slice(0, KID_LENGTH);
  const { nonce, body, tag } = encrypt(
    rootBytes(root.rootKey),
    wrapping(root.environment, family, kid),
    randomBytes(KEY_BYTES),
  );
  const wrapped = [nonce, body, tag].map((part) => part.toString('base64url')).join('.');
  return { _id: kid, family, state, wrapped, at };
}

/** Unwraps when a key is first asked for, so that a missing root key stops what needs it and nothing else. */
export function openKeyStore(root: RootOfKeys, documents: readonly KeyDocument[]): KeyStore {
  const opened = new Map<string, DataKey>();

  function unwrapped(document: KeyDocument): DataKey {
    const known = opened.get(document._id);
    if (known !== undefined) return known;
    const key = { environment: root.environment, kid: document._id, bytes: unwrap(root, document) };
    opened.set(document._id, key);
    return key;
  }

  return {
    active(family) {
      const actives = documents.filter(
        (document) => document.family === family && document.state === 'active',
      );
      const [document] = actives;
      if (document === undefined || actives.length > 1) {
        throw new Problem('DEPENDENCY_UNAVAILABLE', { key: family, active: actives.length });
      }
      return unwrapped(document);
    },
    named(kid) {
      const document = documents.find(({ _id, state }) => _id === kid && state !== 'destroyed');
      if (document === undefined) throw new SealBrokenError('sealed with a key that is not here');
      return unwrapped(document);
    },
  };
}

function unwrap({ environment, rootKey }: RootOfKeys, { _id, family, wrapped }: KeyDocument): Buffer {
  const root = rootBytes(rootKey);
  const [nonce = '', body = '', tag = ''] = wrapped.split('.');
  try {
    const sealed = { nonce: exactBytes(nonce), body: exactBytes(body), tag: exactBytes(tag) };
    return decrypt(root, wrapping(environment, family, _id), sealed);
  } catch {
    // Another root key, or a key carried over from another environment: for the caller the keys are simply not there.
    throw new Problem('DEPENDENCY_UNAVAILABLE', { key: _id });
  }
}

function rootBytes(text: string | undefined): Buffer {
  const bytes = Buffer.from(text ?? '', 'base64url');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64url') !== text) {
    throw new Problem('DEPENDENCY_UNAVAILABLE', { key: 'root' });
  }
  return bytes;
}

function wrapping(environment: string, family: string, kid: string): string {
  return `${environment}|${family}|${kid}`;
}
