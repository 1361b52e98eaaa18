/** The five bodies in one (五位一体) whose offices the directory names, in its order. */
export const BODIES = ['branch', 'committee', 'owners', 'property', 'deputies'] as const;
export type Body = (typeof BODIES)[number];

export const BODY_WORDS: Readonly<Record<Body, string>> = {
  branch: '党组织',
  committee: '居委会',
  owners: '业委会',
  property: '物业',
  deputies: '两代表一委员',
};
