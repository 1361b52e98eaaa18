import fc from 'fast-check';
import {
  checkCharacter,
  CROCKFORD,
  crockfordOf,
  foldCode,
  hasCheckCharacter,
} from '@domain/kernel/crockford';

const characters = fc.constantFrom(...Array.from(CROCKFORD));
const bodies = fc.array(characters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
const checked = bodies.map((body) => body + (checkCharacter(body) ?? ''));

function replaced(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

describe('the check character', () => {
  it('fits the text it was made for', () => {
    fc.assert(fc.property(checked, (text) => expect(hasCheckCharacter(text)).toBe(true)));
  });

  it('finds every single wrong character, tried one by one on one code', () => {
    const code = `H7F3K9Q2PX4${checkCharacter('H7F3K9Q2PX4') ?? ''}`;
    const wrong = Array.from(code).flatMap((right, at) =>
      Array.from(CROCKFORD)
        .filter((character) => character !== right)
        .map((character) => replaced(code, at, character)),
    );

    expect(wrong).toHaveLength(12 * 31);
    expect(wrong.filter(hasCheckCharacter)).toEqual([]);
  });

  it('finds every single wrong character of any text', () => {
    fc.assert(
      fc.property(checked, fc.nat(12), characters, (text, place, character) => {
        const at = place % text.length;
        fc.pre(text[at] !== character);

        expect(hasCheckCharacter(replaced(text, at, character))).toBe(false);
      }),
    );
  });

  it('finds every swap of two unequal characters, next to each other or not', () => {
    fc.assert(
      fc.property(checked, fc.nat(12), fc.nat(12), (text, first, second) => {
        const [a, b] = [first % text.length, second % text.length];
        fc.pre(text[a] !== text[b]);
        const swapped = replaced(replaced(text, a, text.charAt(b)), b, text.charAt(a));

        expect(hasCheckCharacter(swapped)).toBe(false);
      }),
    );
  });

  it.each(['', 'HU', 'ILO'])('does not exist for a text outside the alphabet: %s', (text) => {
    expect(checkCharacter(text)).toBeUndefined();
  });

  it('alone checks nothing', () => {
    expect(hasCheckCharacter('0')).toBe(false);
  });
});

describe('a typed code', () => {
  it.each([
    ['h-7f3k9-q2px4-c', 'H7F3K9Q2PX4C'],
    ['il o', '110'],
    ['A—B－C', 'ABC'],
    ['U', 'U'],
  ])('is folded as Crockford says: %s', (text, folded) => {
    expect(foldCode(text)).toBe(folded);
  });
});

describe('bytes in base32', () => {
  it('take five bits a character, from the first bit on', () => {
    expect(crockfordOf(Uint8Array.from([0b00001_000, 0b11_00000_1, 0b1111_0000]), 4)).toBe('130Z');
  });

  it('of fifty bits use all of six bytes and two bits more', () => {
    expect(crockfordOf(new Uint8Array(7).fill(255), 10)).toBe('ZZZZZZZZZZ');
  });
});
