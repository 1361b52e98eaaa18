import { createHash, randomBytes } from 'node:crypto';
import { joinSheets, SHEETS, splitKey, type Sheet } from '../../../scripts/root-key-sheets';

const key = createHash('sha256').update('key').digest();
const slopes = createHash('sha256').update('slopes').digest();
const sheets = splitKey(key, slopes) as [Sheet, Sheet, Sheet];
const pairs = SHEETS.flatMap((first) =>
  SHEETS.filter((second) => second !== first).map((second) => [first, second] as const),
);

describe('the three sheets of a root key', () => {
  it.each(pairs)('give the key back from sheets %i and %i', (first, second) => {
    expect(joinSheets(sheets[first - 1]!, sheets[second - 1]!)).toEqual(key);
  });

  it('give back any key', () => {
    for (let round = 0; round < 50; round += 1) {
      const any = randomBytes(32);
      const [one, , three] = splitKey(any, randomBytes(32));
      expect(joinSheets(three!, one!)).toEqual(any);
    }
  });

  it('say nothing one by one: other slopes give another sheet of the same key', () => {
    const other = splitKey(key, createHash('sha256').update('other').digest());

    for (const number of SHEETS) {
      expect(other[number - 1]).not.toBe(sheets[number - 1]);
      expect(sheets[number - 1]).not.toContain(key.toString('base64url'));
    }
  });

  it('are refused when a character was copied wrongly', () => {
    const wrong = sheets[0].replace(/\.(.)/, (_, letter: string) => (letter === 'A' ? '.B' : '.A'));

    expect(() => joinSheets(wrong, sheets[1])).toThrow('抄错了');
  });

  it('are refused when both are the same', () => {
    expect(() => joinSheets(sheets[2], sheets[2])).toThrow('同一张');
  });
});
