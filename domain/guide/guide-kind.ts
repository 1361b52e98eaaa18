/** What a guide is about, in the order of the list; and how an office is rung. */
export const GUIDE_KINDS = ['proof', 'family', 'elder', 'care', 'work', 'housing', 'home'] as const;
export type GuideKind = (typeof GUIDE_KINDS)[number];

export const GUIDE_KIND_WORDS: Readonly<Record<GuideKind, string>> = {
  proof: '开证明',
  family: '户籍生育',
  elder: '老人',
  care: '救助帮扶',
  work: '就业社保',
  housing: '住房租房',
  home: '家门口的事',
};

/** A phone of an office: digits and hyphens; a private mobile number is none. */
export const OFFICE_PHONE = /^(?!1[3-9]\d{9}$)[0-9][0-9-]{2,19}$/;
