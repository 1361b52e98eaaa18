/** What has become of the street's wishes, in words: for everybody on the board, and for the office at its desk. */
import type { statsSchema } from '@domain/contract/wish-views';
import { momentWords } from '@domain/kernel/day';
import type { output } from '@domain/kernel/zod';

export const FIGURES_TITLE = '街道的微心愿';

type Figures = Pick<
  output<typeof statsSchema>,
  'collected' | 'published' | 'claimed' | 'met' | 'medianDays' | 'asOf'
>;

/** Nothing where nothing has been counted yet. */
export function figureLines({ collected, published, claimed, met, medianDays, asOf }: Figures): string[] {
  if (asOf === 0) return [];
  const days = medianDays === 0 ? '当天' : ` ${medianDays ?? 0} 天内`;
  return [
    `提了 ${collected} 个，挂出来 ${published} 个，有人认领 ${claimed} 个，圆梦 ${met} 个`,
    ...(medianDays === undefined ? [] : [`一半的心愿，挂出来${days}就圆了`]),
    `数到 ${momentWords(asOf)}`,
  ];
}
