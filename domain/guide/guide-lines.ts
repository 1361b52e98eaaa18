/** What the lines of a guide and of an office are called, wherever they stand. */
export const GUIDE_LINE_WORDS = {
  papers: '要带什么',
  where: '在哪儿办',
  hours: '什么时候',
  who: '谁能办',
  note: '还要知道',
  keywords: '别的叫法',
} as const;
export const OFFICE_LINE_WORDS = { seats: '谁在', where: '在哪儿', hours: '什么时候' } as const;

export const NO_PAPERS = '不用带东西';
