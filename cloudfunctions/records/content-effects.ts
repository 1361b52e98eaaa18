/**
 * What a decision about a text does to the document that it belongs to, in the same transaction. A domain whose texts are decided
 * at the publishing desk stands here with its own effects.
 */
import type { ContentKind } from '@domain/content/content';
import { activityEffects } from './activity-effects';
import type { ContentEffects } from './content-decision';
import { noticeEffects } from './notices';
import { storyEffects, wishEffects } from './wish-effects';

const EFFECTS: Readonly<Partial<Record<ContentKind, ContentEffects>>> = {
  notice: noticeEffects,
  wish: wishEffects,
  story: storyEffects,
const EFFECTS: Readonly<Partial<Record<ContentKind, ContentEffects>>> = { notice: noticeEffects };
import type { ChangeContext } from '../kernel/context';
import type { ContentDocument } from '../repositories/documents';
import { activityEffects } from './activity-effects';
import type { ContentEffects } from './content-decision';

const EFFECTS: Readonly<Partial<Record<ContentKind, ContentEffects>>> = {
  activity: activityEffects,
  notice: noticeEffects,
};

export function effectsOf(kind: ContentKind): ContentEffects {
  return EFFECTS[kind] ?? {};
}
