/** How far a building, a grid or the street is, in the same words to everybody who asks. */
export const PROGRESS_WORDS = {
  none: (unit: string): string => `还没有要登记的${unit}`,
  left: (left: number, unit: string): string => `还差 ${left} ${unit}`,
  waiting: (forms: number, unit: string): string => `${forms} ${unit}交了，等确认`,
  all: '都齐了',
} as const;
