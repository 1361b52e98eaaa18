/** What the sorting of an issue starts from. */
import type { OpenedIssue } from '@domain/contract/issue';
import { ISSUE_CLASSES } from '@domain/issue/categories';
import { likeness, SIMILAR_FROM } from '@domain/issue/issue';
import { ISSUE_WORK_WORDS } from '../../../../../messages/ledger';

export interface Triage {
  /** What the worker at the door took it for, or what it reads like; '' where neither says anything. */
  aspect: string;
  pictures: readonly { value: number; label: string; hint: string }[];
  mayRelease: boolean;
}

export const NO_TRIAGE: Triage = { aspect: '', pictures: [], mayRelease: false };

export function triageOf({ aspect, text, check, isHidden, shownPictures }: OpenedIssue): Triage {
  const { picture, pictureHint } = ISSUE_WORK_WORDS.review;
  return {
    aspect: aspect === '' ? likestAspect(text) : aspect,
    pictures: shownPictures.map((_, value) => ({ value, label: picture(value + 1), hint: pictureHint })),
    mayRelease: !isHidden && check !== 'none' && check !== 'due',
  };
}

/** The aspect whose problems read most like the text; '' where none does. */
function likestAspect(text: string): string {
  const rated = ISSUE_CLASSES.flatMap(({ aspects }) => aspects).map(({ id, problems }) => ({
    id,
    share: Math.max(...problems.map(({ name }) => likeness(name, text))),
  }));
  const best = rated.reduce((one, other) => (other.share > one.share ? other : one), { id: '', share: 0 });
  return best.share >= SIMILAR_FROM ? best.id : '';
}
