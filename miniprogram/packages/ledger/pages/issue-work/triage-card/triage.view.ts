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
  /** Kept off the board when it was sorted; what is left is to let it out. */
  isSorted: boolean;
  /** What the machine said of the words, where the page does not say so at its top. */
  warning: string;
}

export const NO_TRIAGE: Triage = {
  aspect: '',
  pictures: [],
  mayRelease: false,
  isSorted: false,
  warning: '',
};

/** The machine has looked, and nobody decided that it stays unseen. */
export function mayRelease({ check, isHidden }: Pick<OpenedIssue, 'check' | 'isHidden'>): boolean {
  return !isHidden && check !== 'none' && check !== 'due';
}

export function triageOf(issue: OpenedIssue): Triage {
  const { aspect, text, check, stage, shownPictures } = issue;
  const { picture, pictureHint } = ISSUE_WORK_WORDS.review;
  const isSorted = stage !== 'review';
  return {
    aspect: aspect === '' ? likestAspect(text) : aspect,
    pictures: shownPictures.map((_, value) => ({ value, label: picture(value + 1), hint: pictureHint })),
    mayRelease: mayRelease(issue),
    isSorted,
    warning: isSorted ? ISSUE_WORK_WORDS.checks[check] : '',
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
