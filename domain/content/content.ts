/** A text that other people may see: what it belongs to, how long it may be, and what is said of it. */
export const CONTENT_KINDS = [
  'wish',
  'story',
  'issue',
  'plan',
  'notice',
  'guide',
  'office',
  'course',
  'activity',
  'gift',
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CONTENT_KIND_WORDS: Readonly<Record<ContentKind, string>> = {
  wish: '心愿',
  story: '圆梦故事',
  issue: '反映的问题',
  plan: '整改的步骤',
  notice: '通知',
  guide: '办事指南',
  office: '办公名录',
  course: '课程',
  activity: '活动',
  gift: '捐赠的东西',
};

/** A text is checked and stored in one piece. */
export const CONTENT_LENGTH_MAX = 8000;

/** These are released with more facts than yes or no, on a page of their own. */
const RELEASED_ELSEWHERE: readonly ContentKind[] = ['wish', 'issue', 'gift'];

export function hasOwnReview(kind: ContentKind): boolean {
  return RELEASED_ELSEWHERE.includes(kind);
}

/** Whether the author may be asked to change it: what a resident reported stays as it was said, and has no page for that. */
export function mayBeReturned(kind: ContentKind): boolean {
  return kind !== 'issue';
}

/** What somebody says is wrong with a text that they have seen. */
export const ABUSES = ['private', 'fraud', 'insult', 'advert', 'untrue'] as const;
export type Abuse = (typeof ABUSES)[number];

export const ABUSE_WORDS: Readonly<Record<Abuse, string>> = {
  private: '写了别人的隐私',
  fraud: '像是骗人的',
  insult: '骂人、不文明',
  advert: '是广告',
  untrue: '说的不是真的',
};
