import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { readReceipt, receiptCode, receiptWords } from '@domain/census/receipt';
import { CROCKFORD } from '@domain/kernel/crockford';
import { hmacSha256 } from '@domain/kernel/sha256';

const gridKey = Buffer.alloc(32, 7);
const inCloud = (message: Uint8Array) => createHmac('sha256', gridKey).update(message).digest();
const onPhone = (message: Uint8Array) => hmacSha256(gridKey, message);
const otherGrid = (message: Uint8Array) => hmacSha256(Buffer.alloc(32, 8), message);

const door = { doorId: 'k3x-17', opensOn: '2025-11-20', until: '2025-11-30' };
const code = receiptCode(inCloud, 'k3x-17', '2025-11-24');

describe('a receipt', () => {
  it('made in the cloud is verified on a phone without network, and says the day', () => {
    expect(readReceipt(receiptWords(code), door, onPhone)).toEqual({ verdict: 'genuine', day: '2025-11-24' });
  });

  it('is shown in groups and holds fifty bits and a check character', () => {
    expect(receiptWords(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
  });

  it.each([
    ['another door', { ...door, doorId: 'k3x-18' }, onPhone],
    ['another grid', door, otherGrid],
    ['a campaign that opened later', { ...door, opensOn: '2025-11-25' }, onPhone],
    ['a day still to come', { ...door, until: '2025-11-23' }, onPhone],
  ])('is not taken for %s', (_case, place, mac) => {
    expect(readReceipt(code, place, mac)).toEqual({ verdict: 'notThisDoor' });
  });

  it.each(['', 'ABC', '7F3K9-Q2PX4'])('typed short is read again: %s', (typed) => {
    expect(readReceipt(typed, door, onPhone)).toEqual({ verdict: 'mistyped' });
  });

  it('with any one character wrong is mistyped, never false', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.constantFrom(...Array.from(CROCKFORD)), (at, character) => {
        fc.pre(code[at] !== character);

        expect(readReceipt(code.slice(0, at) + character + code.slice(at + 1), door, onPhone).verdict).toBe(
          'mistyped',
        );
      }),
    );
  });
});
