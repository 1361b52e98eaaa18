import { withoutBlanks } from '../kernel/text-width';

const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警挂港澳]$/;

export const PLATE_WRONG = '车牌好像少了一位';

/** Capital letters, no blanks or dots; a letter O or a 〇 after the first two characters is the digit nobody can tell it from. */
export function normalisePlate(text: string): string {
  const plain = withoutBlanks(text)
    .toUpperCase()
    .replace(/[.·•・]/g, '');
  return plain.slice(0, 2) + plain.slice(2).replace(/[〇O]/g, '0');
}

export function isPlate(plate: string): boolean {
  return PLATE.test(plate);
}
