import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { agreedBytes, publicKeyOf } from '@domain/kernel/x25519';
import { openRecord, sealRecord } from '@domain/work/sealed-record';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('an agreement on Curve25519', () => {
  // RFC 7748, section 5.2.
  it.each([
    [
      'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
      'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
      'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    ],
    [
      '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
      'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
      '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
    ],
  ])('fits the published example %#', (secret, theirs, agreed) => {
    expect(toHex(agreedBytes(hex(secret), hex(theirs)))).toBe(agreed);
  });

  it('is the one of the runtime’s own cryptography', () => {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const secret = Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32));
    const theirs = Uint8Array.from(randomBytes(32));
    const der = Buffer.concat([hexBuffer('302a300506032b656e032100'), Buffer.from(publicKeyOf(theirs))]);

    expect(toHex(publicKeyOf(secret))).toBe(
      toHex(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
    );
    expect(toHex(agreedBytes(secret, publicKeyOf(theirs)))).toBe(
      toHex(
        diffieHellman({
          privateKey: createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
          publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }),
        }),
      ),
    );
  });
});

const hexBuffer = (text: string): Buffer => Buffer.from(text, 'hex');

describe('a record that a phone cannot send', () => {
  const cloud = Uint8Array.from(randomBytes(32));
  const seal = (text: string) => sealRecord(text, publicKeyOf(cloud), Uint8Array.from(randomBytes(32)));

  it('opens for the cloud, whatever stands in it', () => {
    for (const text of ['', '拒访', JSON.stringify({ note: '门码问管理员'.repeat(200) })]) {
      expect(openRecord(seal(text), cloud)).toBe(text);
    }
  });

  it('says nothing to anybody else, and never twice the same', () => {
    const text = '王建国 10012345678';
    const one = seal(text);

    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('10012345678');
    expect(seal(text)).not.toBe(one);
    expect(openRecord(one, Uint8Array.from(randomBytes(32)))).toBeUndefined();
  });

  it('does not open when anything in it was changed', () => {
    const sealed = Buffer.from(seal('拒访'), 'base64url');

    for (let at = 0; at < sealed.length; at += 1) {
      // The highest bit of a key is not part of it.
      const flipped = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(openRecord(Buffer.from(flipped).toString('base64url'), cloud)).toBeUndefined();
    }
    for (const text of ['', '?', 'A'.repeat(20), sealed.subarray(0, 63).toString('base64url')]) {
      expect(openRecord(text, cloud)).toBeUndefined();
    }
  });
});
