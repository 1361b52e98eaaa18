/** Codes of doors, buildings and compounds. Tokens follow from the seed, so that the scan list can be printed without a key. */
import { sceneOf, tokenOf, type Carrier, type LinkKind } from '@domain/link/scene';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import type { LinkDocument } from '../../cloudfunctions/repositories/documents';
import { digestOf } from './random';

export interface LinkTarget {
  readonly kind: LinkDocument['kind'];
  readonly id: string;
}

/** One printed code of the street as the scan list shows it. */
export interface PrintedCode {
  readonly label: string;
  readonly scene: string;
}

const CARRIER_OF: Readonly<Record<LinkDocument['kind'], Carrier>> = { H: 'd', B: 'l', C: 'p' };

export function seededToken(seed: string, { kind, id }: LinkTarget): string {
  return tokenOf(digestOf(seed, ['token', kind, id]));
}

/** What the code of that target says, as printed on its usual carrier. */
export function seededScene(seed: string, target: LinkTarget): string {
  const kind: LinkKind = target.kind;
  return sceneOf({ kind, token: seededToken(seed, target), carrier: CARRIER_OF[target.kind], version: 1 });
}

export interface Issue {
  readonly seed: string;
  readonly keyring: Keyring;
  readonly issuedBy: string;
  readonly at: number;
}

export function linkDocument({ seed, keyring, issuedBy, at }: Issue, target: LinkTarget): LinkDocument {
  const token = seededToken(seed, target);
  const _id = keyring.linkDigest(token);
  return {
    _id,
    kind: target.kind,
    targetId: target.id,
    sealedToken: keyring.seal('content', { collection: 'links', id: _id, field: 'sealedToken' }, token),
    state: 'active',
    issuedBy,
    at,
  };
}
