import fc from 'fast-check';
import {
  checkCharacterOf,
  checkIdNumber,
  isIdNumber,
  isIdTail,
  type IdNumberContext,
} from '@domain/register/id-number';
import { fitsDocument } from '@domain/register/id-document';

const resident: IdNumberContext = { kind: 'resident', today: '2025-11-24', allowTestNumbers: true };
const clock1900 = { today: '1900-01-01', allowTestNumbers: false };

const idNumbers = fc
  .tuple(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([offset, sequence]) => {
    const bornOn = new Date(Date.UTC(1915, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
    const digits = `000000${bornOn.replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
    return digits + checkCharacterOf(digits);
  });

describe('an ID number', () => {
  it.each([
    ["the standard's published example", '11010519491231002X'],
    ['a lower-case x', '11010519491231002x'],
    ['full width with blanks', '１１０１０５ １９４９１２３１ ００２Ｘ'],
    ['an apostrophe from a spreadsheet', "'11010519491231002X"],
    ['a leap day', '000000200002290010'.slice(0, 17) + checkCharacterOf('00000020000229001')],
  ])('is accepted: %s', (_case, text) => {
    expect(checkIdNumber(text, resident)).toMatchObject({ errors: [], warnings: [] });
  });

  it.each(['000000195206170017', '000000198803050025', '000000201509010035'])(
    'is synthetic and valid: %s',
    (text) => {
      expect(checkIdNumber(text, resident).errors).toEqual([]);
      expect(checkIdNumber(text, { ...resident, allowTestNumbers: false }).errors).toEqual(['TEST_NUMBER']);
    },
  );

  it.each([
    ['one character too few', '1101051949123100', 'LENGTH'],
    ['nothing', '', 'LENGTH'],
    ['a letter inside', '11010519491231A02X', 'CHARACTERS'],
    ['30 February', '11010519490230002X', 'DATE'],
    ['born tomorrow', '110105202511250020', 'FUTURE'],
    ['older than 120', '110105190411240020', 'AGE'],
    ['a wrong check character', '110105194912310021', 'CHECK'],
    ['eaten by a spreadsheet', '3.70481E+17', 'LOST_DIGITS'],
  ])('is refused: %s', (_case, text, error) => {
    expect(checkIdNumber(text, resident).errors).toContain(error);
  });

  it('of 15 digits is evidence and comes back in 18 characters', () => {
    const check = checkIdNumber('110105491231002', resident);

    expect(check).toEqual({ value: '11010519491231002X', errors: [], warnings: ['OLD_NUMBER'] });
  });

  it.each([
    ['a sex that differs from digit 17', { gender: '1' }, '11010519491231002X', ['SEX_DIFFERS']],
    ['a sex that agrees', { gender: '2' }, '11010519491231002X', []],
    ['a sex nobody stated', { gender: '9' }, '11010519491231002X', []],
    [
      'a region nobody gave out',
      {},
      '99010519491231002' + checkCharacterOf('99010519491231002'),
      ['REGION_UNKNOWN'],
    ],
  ])('warns, and is still accepted: %s', (_case, more, text, warnings) => {
    expect(checkIdNumber(text, { ...resident, ...more })).toMatchObject({ errors: [], warnings });
  });

  it.each(['810000185001010011', '820000185001010021', '830000185001010031'])(
    'may be a residence permit: %s',
    (text) => {
      expect(checkIdNumber(text, { ...clock1900, kind: 'residencePermit' }).errors).toEqual([]);
    },
  );

  it('may be a permanent residence card', () => {
    expect(checkIdNumber('911156185001010013', { ...clock1900, kind: 'permanentResident' }).errors).toEqual(
      [],
    );
  });

  it('of another kind of card is not a residence permit', () => {
    expect(checkIdNumber('11010519491231002X', { ...resident, kind: 'residencePermit' }).errors).toEqual([
      'REGION',
    ]);
    expect(checkIdNumber('11010519491231002X', { ...resident, kind: 'permanentResident' }).errors).toEqual([
      'REGION',
    ]);
  });

  it('catches every single wrong character', () => {
    const wrong = fc.tuple(
      idNumbers,
      fc.integer({ min: 0, max: 17 }),
      fc.constantFrom(...Array.from('0123456789X')),
    );
    fc.assert(
      fc.property(wrong, ([text, at, character]) => {
        fc.pre(text[at] !== character && (character !== 'X' || at === 17));

        expect(isIdNumber(text.slice(0, at) + character + text.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('catches every swap of two unequal digits, except two digits exactly ten places apart', () => {
    const places = fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 16 }));
    fc.assert(
      fc.property(idNumbers, places, (text, [a, b]) => {
        fc.pre(a !== b && text[a] !== text[b] && text[17] !== 'X');
        const characters = Array.from(text);
        [characters[a], characters[b]] = [text.charAt(b), text.charAt(a)];

        expect(isIdNumber(characters.join(''))).toBe(Math.abs(a - b) === 10);
      }),
    );
  });

  it.each([
    ['0017', true],
    ['002x', true],
    ['X017', false],
    ['017', false],
  ])('has a tail for matching: %s', (text, fits) => {
    expect(isIdTail(text)).toBe(fits);
  });
});

describe('a document without check character', () => {
  it.each([
    ['passport', '414', 'E12345678', true],
    ['passport with a hyphen', '414', 'E-1234', false],
    ['港澳 pass of 8 digits', '516', 'h12345678', true],
    ['港澳 pass of 10 digits', '516', 'M1234567890', true],
    ['港澳 pass of 9 digits', '516', 'H123456789', false],
    ['台胞证', '511', '12345678', true],
    ['older permanent residence card', '552', 'ABC123456789012', true],
    ['birth certificate', '560', 'Q123456789', true],
    ['military of 5 digits', '570', '12345', false],
    ['a kind with rules elsewhere', '111', '1', undefined],
  ])('is checked by length and characters: %s', (_case, kind, text, fits) => {
    expect(fitsDocument(kind, text)).toBe(fits);
  });
});
