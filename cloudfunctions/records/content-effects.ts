/**
 * What a decision about a text does to the document that it belongs to, in the same transaction. A domain whose texts are decided
 * at the publishing desk stands here with its own effects.
 */
import type { ContentKind } from '@domain/content/content';
import { activityEffects } from './activity-effects';
import type { ContentEffects } from './content-decision';
import { takeIssueDown } from './issue-takedown';
import { noticeEffects } from './notices';
import { giftEffects } from './over-gift';
import { planEffects } from './plan-effects';
import { publicationEffects } from './publications';
import { storyEffects, wishEffects } from './wish-effects';

const EFFECTS: Readonly<Partial<Record<ContentKind, ContentEffects>>> = {
  activity: activityEffects,
  course: publicationEffects('courses'),
  gift: giftEffects,
  guide: publicationEffects('guides'),
  issue: { onHide: takeIssueDown },
  notice: noticeEffects,
  plan: planEffects,
  office: publicationEffects('directory'),
  story: storyEffects,
  wish: wishEffects,
};

export function effectsOf(kind: ContentKind): ContentEffects {
  return EFFECTS[kind] ?? {};
}
