import { createHash } from 'node:crypto';
import { canonicalJson } from '@domain/kernel/canonical-json';
import { payloadHash } from '../../../cloudfunctions/kernel/idempotency';
import { newKeyDocument } from '../../../cloudfunctions/vault/data-keys';
import { documents, keyring, keyringOf, root } from '../vault/keyring-fixture';

const payload = { procedure: 'submitForm', actAs: '', input: { number: '10012345678', kind: 1 } };

describe('the digest of what an operation asked for', () => {
  it('is the same for the same input in another order, and differs with everything it covers', () => {
    const digest = payloadHash(keyring, payload);
    const others = [
      { procedure: 'saveForm' },
      { actAs: 'seat' },
      { input: { number: '10012345679', kind: 1 } },
    ];

    expect(payloadHash(keyring, { ...payload, input: { kind: 1, number: '10012345678' } })).toBe(digest);
    const digests = others.map((other) => payloadHash(keyring, { ...payload, ...other }));
    expect(new Set([digest, ...digests]).size).toBe(4);
  });

  it('cannot be tried without the key of this environment', () => {
    const other = keyringOf({
      documents: documents.map((document) =>
        document.family === 'actor' ? newKeyDocument(root, 'actor', { at: 0, state: 'active' }) : document,
      ),
    });
    const plain = createHash('sha256').update(canonicalJson([payload.procedure, '', payload.input]));

    expect(payloadHash(keyring, payload)).not.toBe(plain.digest('base64url'));
    expect(payloadHash(other, payload)).not.toBe(payloadHash(keyring, payload));
  });
});
