import { randomBytes } from 'node:crypto';
import { openRecord, recordKeyOf, sealRecord } from '@domain/work/sealed-record';

describe('a record that a phone cannot send', () => {
  const cloud = Uint8Array.from(randomBytes(32));
  const seal = (text: string) => sealRecord(text, recordKeyOf(cloud), Uint8Array.from(randomBytes(32)));

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
      const flipped = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(openRecord(Buffer.from(flipped).toString('base64url'), cloud)).toBeUndefined();
    }
    for (const text of ['', '?', 'A'.repeat(20), sealed.subarray(0, -1).toString('base64url')]) {
      expect(openRecord(text, cloud)).toBeUndefined();
    }
  });
});
