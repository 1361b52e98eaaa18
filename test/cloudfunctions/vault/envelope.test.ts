import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SealBrokenError } from '../../../cloudfunctions/vault/cipher';
import { kidOf, openBinary, openText, sealBinary, sealText } from '../../../cloudfunctions/vault/envelope';
import { keyring, keyringOf } from './keyring-fixture';

const place = { collection: 'households', id: 'h1', field: 'phones.0' };
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
const words = fc.stringMatching(/^[a-z0-9.]{1,12}$/);
const places = fc.record({ collection: words, id: words, field: words });

describe('a sealed text', () => {
  it('opens to what was sealed, whatever it holds', () => {
    fc.assert(
      fc.property(places, texts, (where, text) => {
        expect(keyring.open(where, keyring.seal('person', where, text))).toBe(text);
      }),
    );
  });

  it('is written as version, suite, key name, nonce, ciphertext and tag', () => {
    expect(keyring.seal('person', place, '10012345678')).toMatch(
      /^v1\.A1\.[0-9a-z]{8}\.[\w-]{16}\.[\w-]{15}\.[\w-]{22}$/,
    );
  });

  it('never looks the same twice', () => {
    const sealed = Array.from({ length: 200 }, () => keyring.seal('person', place, '10012345678'));

    expect(new Set(sealed).size).toBe(200);
    expect(new Set(sealed.map((envelope) => envelope.split('.')[4])).size).toBe(200);
  });

  it('is refused with any one character changed', () => {
    const envelope = keyring.seal('sensitive', place, '王小明');
    const changed = Array.from(envelope).flatMap((character, at) =>
      ['A', 'B', '.', '-', '_', '0', '=', ' ', '1', 'w', 'g', 'Q']
        .filter((other) => other !== character)
        .map((other) => envelope.slice(0, at) + other + envelope.slice(at + 1)),
    );

    for (const wrong of changed) expect(() => keyring.open(place, wrong)).toThrow(SealBrokenError);
  });

  it('is refused shortened, lengthened or empty', () => {
    const envelope = keyring.seal('person', place, '10012345678');

    for (const wrong of [envelope.slice(0, -1), `${envelope}A`, `${envelope}.`, '', 'v1.A1', 'plain text']) {
      expect(() => keyring.open(place, wrong)).toThrow(SealBrokenError);
    }
  });

  it.each([
    ['row', { ...place, id: 'h2' }],
    ['field', { ...place, field: 'phones.1' }],
    ['collection', { ...place, collection: 'submissions' }],
  ])('is refused in another %s', (_, elsewhere) => {
    const envelope = keyring.seal('person', place, '10012345678');

    expect(() => keyring.open(elsewhere, envelope)).toThrow(SealBrokenError);
  });

  it('is refused in another environment, even under the very same key', () => {
    const key = { environment: 'production', kid: 'k1', bytes: randomBytes(32) };
    const envelope = sealText(key, place, '10012345678');

    expect(openText(key, place, envelope)).toBe('10012345678');
    expect(() => openText({ ...key, environment: 'staging' }, place, envelope)).toThrow(SealBrokenError);
  });

  it('is refused under the name of another key', () => {
    const key = { environment: 'e', kid: 'k1', bytes: randomBytes(32) };

    expect(() => openText({ ...key, kid: 'k2' }, place, sealText(key, place, 'x'))).toThrow(SealBrokenError);
    expect(() => openBinary({ ...key, kid: 'k2' }, place, sealBinary(key, place, Buffer.alloc(1)))).toThrow(
      SealBrokenError,
    );
  });

  it('has no place whose parts could be read in two ways', () => {
    expect(() => keyring.seal('person', { ...place, id: 'h1|phones' }, 'x')).toThrow('no place');
    expect(() => keyring.seal('person', { ...place, field: '' }, 'x')).toThrow('no place');
  });
});

describe('sealed bytes', () => {
  const piece = { collection: 'exportPieces', id: 'p1', field: 'file' };

  it('open to what was sealed and cost 43 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const sealed = keyring.sealBytes('export', piece, bytes);
        expect(sealed.length).toBe(bytes.length + 43);
        expect(keyring.openBytes(piece, sealed)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('are refused with any one bit changed', () => {
    const sealed = keyring.sealBytes('export', piece, Buffer.from('工作表'));

    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => keyring.openBytes(piece, changed)).toThrow(SealBrokenError);
    }
  });

  it('are refused cut short and in another place', () => {
    const sealed = keyring.sealBytes('export', piece, Buffer.from('工作表'));

    for (const length of [0, 5, 15, 20, 42, sealed.length - 1]) {
      expect(() => keyring.openBytes(piece, sealed.subarray(0, length))).toThrow(SealBrokenError);
    }
    expect(() => keyring.openBytes({ ...piece, id: 'p2' }, sealed)).toThrow(SealBrokenError);
  });

  it('do not open in an environment that has no such key', () => {
    const other = keyringOf({ documents: [] });

    expect(() => other.openBytes(piece, Buffer.from('no envelope'))).toThrow(SealBrokenError);
    expect(() => other.openBytes(piece, keyring.sealBytes('export', piece, Buffer.from('x')))).toThrow(
      SealBrokenError,
    );
  });
});

describe('the name of the key', () => {
  it('is read from text and bytes, and from nothing else', () => {
    const text = keyring.seal('content', place, 'x');

    expect(kidOf(text)).toBe(text.split('.')[2]);
    expect(kidOf(Buffer.from(text))).toBe(text.split('.')[2]);
    expect(kidOf('v1.S1.k1.x')).toBeUndefined();
    expect(kidOf('v2.A1.k1.x')).toBeUndefined();
    expect(kidOf(Buffer.alloc(0))).toBeUndefined();
  });
});
