import { isPlate, normalisePlate } from '@domain/register/plate';

describe('a plate', () => {
  it.each([
    ['an ordinary one', '鲁D12345', true],
    ['an electric car', '鲁DD12345', true],
    ['a trainer', '鲁D1234学', true],
    ['across the border', '粤Z1234港', true],
    ['one character too few', '鲁D1234', false],
    ['one too many', '鲁DD123456', false],
    ['a province that is not one', '东D12345', false],
    ['the letter I', '鲁DI2345', false],
  ])('is judged: %s', (_case, plate, fits) => {
    expect(isPlate(plate)).toBe(fits);
  });

  it.each([
    ['lower case, dot and blank', ' 鲁d·12 345 ', '鲁D12345'],
    ['full width', '鲁Ｄ１２３４５', '鲁D12345'],
    ['O and 〇 in the tail', '鲁DO〇345', '鲁D00345'],
    ['O as the letter of a city stays', '鲁O12345', '鲁O12345'],
  ])('is normalised: %s', (_case, text, plate) => {
    expect(normalisePlate(text)).toBe(plate);
  });
});
