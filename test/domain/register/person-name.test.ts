import fc from 'fast-check';
import { readName } from '@domain/register/person-name';

describe('a name', () => {
  it.each([
    ['two characters', '王明', '王明'],
    ['〇', '张〇', '张〇'],
    ['an extension character', '䶮一', '䶮一'],
    ['a surrogate pair', '𠮷田', '𠮷田'],
    ['a plane-3 character', '王\u{30EDE}', '王\u{30EDE}'],
    ['a private-use character of an old system', '王\ue863', '王\ue863'],
    ['a variation mark', '葛\u{E0100}一', '葛\u{E0100}一'],
    ['full-width blanks around', '　王小明　', '王小明'],
    ['blanks between', '王 建 国', '王建国'],
    ['a dot of another kind', '阿依古丽•买买提', '阿依古丽·买买提'],
    ['twenty characters', '一'.repeat(20), '一'.repeat(20)],
    ['Latin', ' John  Smith ', 'John Smith'],
    ['Latin with accents', "Zoë O'Brien-Núñez", "Zoë O'Brien-Núñez"],
  ])('is accepted: %s', (_case, text, name) => {
    expect(readName(text)).toBe(name);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '　 '],
    ['one character', '王'],
    ['21 characters', '一'.repeat(21)],
    ['an emoji', '王😀'],
    ['a number', '王1'],
    ['a form of address', '王先生'],
    ['a formula', '=1+1'],
    ['a dot first', '·王明'],
    ['41 Latin letters', 'a'.repeat(41)],
  ])('is refused: %s', (_case, text) => {
    expect(readName(text)).toBeUndefined();
  });

  it('is never refused for a rare character, of whatever plane', () => {
    const rare = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x4dbf }),
      fc.integer({ min: 0x20000, max: 0x323af }),
      fc.integer({ min: 0xe000, max: 0xf8ff }),
    );
    fc.assert(
      fc.property(rare, (point) => {
        const name = `王${String.fromCodePoint(point)}`;

        expect(readName(name)).toBe(name);
      }),
    );
  });

  it('once read, reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = readName(text);

        expect(name === undefined ? undefined : readName(name)).toBe(name);
      }),
    );
  });
});
