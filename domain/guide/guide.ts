/** A service guide in plain words: who, papers, place, hours, phone. Each text has a maximum, so that a page of them stays small. */
import * as z from '../kernel/zod';
import { GUIDE_KINDS, OFFICE_PHONE } from './guide-kind';
import { GUIDE_LINE_WORDS, NO_PAPERS } from './guide-lines';

const PAPERS_MAX = 8;
const KEYWORDS_MAX = 8;

export const officePhoneSchema = z.string().check(z.regex(OFFICE_PHONE));

export const guideTextSchema = z.strictObject({
  kind: z.enum(GUIDE_KINDS),
  title: z.string().check(z.minLength(2), z.maxLength(24)),
  who: z.string().check(z.minLength(2), z.maxLength(120)),
  papers: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(PAPERS_MAX)),
  where: z.string().check(z.minLength(2), z.maxLength(80)),
  hours: z.string().check(z.minLength(2), z.maxLength(60)),
  phone: officePhoneSchema,
  note: z.string().check(z.maxLength(120)),
  /** Other words under which people look for it. */
  keywords: z.array(z.string().check(z.minLength(1), z.maxLength(8))).check(z.maxLength(KEYWORDS_MAX)),
});
export type GuideText = z.output<typeof guideTextSchema>;

/** What others read of a guide, and what its release is decided on; the number is an office's by its shape. */
export function wordsOfGuide({ title, who, papers, where, hours, note, keywords }: GuideText): string {
  const lines = [
    ['papers', papers.length === 0 ? NO_PAPERS : papers.join('、')],
    ['where', where],
    ['hours', hours],
    ['who', who],
    ['note', note],
    ['keywords', keywords.join('、')],
  ] as const;
  const written = lines.filter(([, words]) => words !== '');
  return [title, ...written.map(([line, words]) => `${GUIDE_LINE_WORDS[line]}：${words}`)].join('\n');
}

const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** How often each number of stars was given. */
export type StarCounts = Readonly<Partial<Record<`${Stars}`, number>>>;

export function ratingsOf(counts: StarCounts): number {
  return STARS.reduce((sum, stars) => sum + (counts[`${stars}`] ?? 0), 0);
}

/** One decimal; 0 where nobody has rated. */
export function averageOf(counts: StarCounts): number {
  const total = ratingsOf(counts);
  if (total === 0) return 0;
  const sum = STARS.reduce((points, stars) => points + stars * (counts[`${stars}`] ?? 0), 0);
  return Math.round((sum / total) * 10) / 10;
}
