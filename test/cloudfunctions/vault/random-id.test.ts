import { randomBytes } from 'node:crypto';
import { idSchema, opIdSchema } from '@domain/kernel/identifier';
import * as z from '@domain/kernel/zod';
import { digestId, newId } from '../../../cloudfunctions/vault/random-id';

describe('a new id', () => {
  it('is 26 characters that every contract accepts', () => {
    const id = newId(randomBytes(16));

    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(z.safeParse(idSchema, id).success && z.safeParse(opIdSchema, id).success).toBe(true);
  });

  it('keeps every one of its 128 bits', () => {
    const base = Buffer.alloc(16);
    const ids = Array.from({ length: 128 }, (_, bit) => {
      const bytes = Buffer.from(base);
      bytes[bit >> 3] = 1 << (bit & 7);
      return newId(bytes);
    });

    expect(new Set([...ids, newId(base)]).size).toBe(129);
  });

  it('is not made from fewer bits', () => {
    expect(() => newId(randomBytes(15))).toThrow('16 random bytes');
  });
});

describe('a digest id', () => {
  it('is the same for the same parts and is written like an id', () => {
    expect(digestId('actor', 'op')).toBe(digestId('actor', 'op'));
    expect(digestId('actor', 'op')).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('tells apart parts that read alike when joined', () => {
    const digests = [
      digestId('a', 'b'),
      digestId('ab'),
      digestId('a|b'),
      digestId('a', 'b', ''),
      digestId('b', 'a'),
    ];

    expect(new Set(digests).size).toBe(digests.length);
  });
});
