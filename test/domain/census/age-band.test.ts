import { ageBandOf, ageBandOn, agesOfBand, isMinor, isUnder14 } from '@domain/census/age-band';
import { AGE_BANDS } from '@domain/census/codes';

describe('an age band', () => {
  it.each([
    [0, '0-2'],
    [2, '0-2'],
    [3, '3-5'],
    [13, '6-13'],
    [14, '14-17'],
    [17, '14-17'],
    [18, '18-59'],
    [59, '18-59'],
    [60, '60-64'],
    [65, '65-79'],
    [79, '65-79'],
    [80, '80+'],
    [120, '80+'],
  ])('of age %i is %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });

  it('does not exist before birth', () => {
    expect(ageBandOn('2026-01-01', '2025-11-24')).toBeUndefined();
  });

  it('holds the ages it says, without gap or overlap', () => {
    const ages = AGE_BANDS.map(agesOfBand);

    expect(ages.slice(1).every(({ from }, index) => from === (ages[index]?.to ?? 0) + 1)).toBe(true);
  });

  it('knows the two legal cuts', () => {
    expect(AGE_BANDS.filter(isUnder14)).toEqual(['0-2', '3-5', '6-13']);
    expect(AGE_BANDS.filter(isMinor)).toEqual(['0-2', '3-5', '6-13', '14-17']);
  });
});
