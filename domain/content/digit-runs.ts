/** Runs of digits in a text, with the signs that people put between them. */

/** What people put between digits, little pictures among it; a colon stands in hours. */
export const SIGN = String.raw`[\s\-‐-―.·•…,，、。;；!！?？*_~/\\+—=^<>《》"“”'‘’「」『』【】[\]{}()（）\u2600-\u27bf\ud800-\udfff]`;
export const GAP = `${SIGN}{0,3}`;
export const digits = (count: number): string => `(?:\\d${GAP}){${count}}`;
/** Look-behind does not compile on older phones, so that what stands before is matched with it. */
export const alone = (pattern: string): RegExp => new RegExp(`(?:^|\\D)(${pattern})(?!\\d)`, 'g');

/** What a pattern finds in a text, without what stands before it. */
export function numbersIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, number = '']) => number);
}
