import { KEY_FAMILIES, newKeyDocument } from '../../../cloudfunctions/vault/data-keys';
import { createKeyring, type Keyring } from '../../../cloudfunctions/vault/keys';
import type { KeyDocument } from '../../../cloudfunctions/repositories/documents';

/** 32 bytes that open nothing outside this test. */
export const rootKey = Buffer.alloc(32, 7).toString('base64url');
export const root = { environment: 'test-street', rootKey };

export const documents: readonly KeyDocument[] = KEY_FAMILIES.map((family) =>
  newKeyDocument(root, family, { at: 0, state: 'active' }),
);

export const keyring: Keyring = createKeyring({ ...root, documents });

/** The same keys as another environment would hold them. */
export function keyringOf(changes: {
  environment?: string;
  rootKey?: string;
  documents?: KeyDocument[];
}): Keyring {
  return createKeyring({ ...root, documents, ...changes });
}
