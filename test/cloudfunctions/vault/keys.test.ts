import { Problem } from '@domain/kernel/problem';
import { decrypt, SealBrokenError } from '../../../cloudfunctions/vault/cipher';
import { newKeyDocument, openKeyStore } from '../../../cloudfunctions/vault/data-keys';
import type { KeyDocument } from '../../../cloudfunctions/repositories/documents';
import { documents, keyring, keyringOf, root, rootKey } from './keyring-fixture';

const place = { collection: 'households', id: 'h1', field: 'phones.0' };
const unavailable = (key: string): unknown =>
  expect.objectContaining({ code: 'DEPENDENCY_UNAVAILABLE', details: { key } });

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function withState(family: string, state: KeyDocument['state']): KeyDocument[] {
  return documents.map((document) => (document.family === family ? { ...document, state } : document));
}

describe('the root key', () => {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['short', Buffer.alloc(31, 7).toString('base64url')],
    ['long', Buffer.alloc(33, 7).toString('base64url')],
    ['written in ordinary base64', Buffer.alloc(32, 0xfb).toString('base64')],
  ])('%s: every use is refused, and nothing before the use', (_, wrong) => {
    const others = { environment: root.environment, rootKey: wrong };
    const store = openKeyStore(others, documents);

    expect(thrownBy(() => store.active('person'))).toEqual(unavailable('root'));
    expect(thrownBy(() => newKeyDocument(others, 'person', { at: 0, state: 'active' }))).toBeInstanceOf(
      Problem,
    );
  });

  it('of another street opens none of these keys', () => {
    const other = keyringOf({ rootKey: Buffer.alloc(32, 8).toString('base64url') });

    expect(thrownBy(() => other.actorOf('openid'))).toMatchObject({ code: 'DEPENDENCY_UNAVAILABLE' });
  });
});

describe('a data key', () => {
  it('lies wrapped: neither it nor the root can be read in its document', () => {
    const [document] = documents;
    const [nonce, body, tag] = document!.wrapped.split('.').map((part) => Buffer.from(part, 'base64url'));
    const binding = `${root.environment}|${document!.family}|${document!._id}`;
    const bytes = decrypt(Buffer.from(rootKey, 'base64url'), binding, {
      nonce: nonce!,
      body: body!,
      tag: tag!,
    });

    expect(bytes).toHaveLength(32);
    expect(JSON.stringify(document)).not.toContain(bytes.toString('base64url'));
    expect(JSON.stringify(document)).not.toContain(rootKey);
  });

  it.each([
    ['another environment', { environment: 'production' }],
    ['another family', { documents: documents.map((one) => ({ ...one, family: 'actor' })).slice(0, 1) }],
    ['a changed wrapping', { documents: documents.map((one) => ({ ...one, wrapped: `A${one.wrapped}` })) }],
    ['no wrapping', { documents: documents.map((one) => ({ ...one, wrapped: '' })) }],
  ])('is not there in %s', (_, changes) => {
    expect(thrownBy(() => keyringOf(changes).actorOf('openid'))).toMatchObject({
      code: 'DEPENDENCY_UNAVAILABLE',
    });
  });

  it('is drawn anew each time', () => {
    const twice = [0, 1].map(() => newKeyDocument(root, 'person', { at: 0, state: 'active' }));

    expect(new Set(twice.map((one) => one._id)).size).toBe(2);
    expect(keyringOf({ documents: [twice[0]!] }).seal('person', place, 'x')).not.toEqual(
      keyringOf({ documents: [twice[1]!] }).seal('person', place, 'x'),
    );
  });
});

describe('the exchange of a key', () => {
  const sealed = keyring.seal('person', place, '10012345678');
  const next = newKeyDocument(root, 'person', { at: 1, state: 'pre' });

  it('begins with a key that opens and does not yet seal', () => {
    const during = keyringOf({ documents: [...documents, next] });
    const after = keyringOf({
      documents: [...withState('person', 'decryptOnly'), { ...next, state: 'active' }],
    });
    const fresh = after.seal('person', place, '10087654321');

    expect(during.seal('person', place, 'x').split('.')[2]).toBe(sealed.split('.')[2]);
    expect(during.open(place, fresh)).toBe('10087654321');
    expect(fresh.split('.')[2]).toBe(next._id);
    expect(after.open(place, sealed)).toBe('10012345678');
  });

  it('ends with a destroyed key, whose values are gone', () => {
    const ended = keyringOf({
      documents: [...withState('person', 'destroyed'), { ...next, state: 'active' }],
    });

    expect(() => ended.open(place, sealed)).toThrow(SealBrokenError);
  });

  it('never has two keys that seal, nor none', () => {
    const two = keyringOf({ documents: [...documents, { ...next, state: 'active' }] });
    const none = keyringOf({ documents: withState('person', 'decryptOnly') });

    expect(thrownBy(() => two.seal('person', place, 'x'))).toMatchObject({
      details: { key: 'person', active: 2 },
    });
    expect(thrownBy(() => none.seal('person', place, 'x'))).toMatchObject({
      details: { key: 'person', active: 0 },
    });
    expect(none.open(place, sealed)).toBe('10012345678');
  });
});
