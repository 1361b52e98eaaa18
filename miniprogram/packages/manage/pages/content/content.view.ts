/** The publishing desk: a list of texts, and one at hand as residents would see it. */
import type { QueuedContent, ReadContent } from '@domain/contract/content';
import {
  ABUSE_WORDS,
  CONTENT_KIND_WORDS,
  hasOwnReview,
  mayBeReturned,
  type ContentKind,
} from '@domain/content/content';
import { CONTENT_STATE_WORDS } from '@domain/content/content-state';
import { dayWords, momentWords } from '@domain/kernel/day';
import { whenWords } from '../../../../messages/activity-parts';
import { CHECK_WORDS, DESK_WORDS } from '../../../../messages/content';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type DeskAct = 'release' | 'return' | 'takedown' | 'keep';

interface Row {
  id: string;
  kind: string;
  excerpt: string;
  moment: string;
  note: string;
  isChosen: boolean;
}

interface Act {
  name: DeskAct;
  label: string;
  style: string;
}

interface Chosen {
  id: string;
  kind: string;
  state: string;
  check: string;
  isWarning: boolean;
  reported: string;
  title: string;
  body: string;
  reason: string;
  hint: string;
  /** Where this kind is let out, or written anew; '' where that is here. */
  page: string;
  toPage: string;
  /** What residents read beside the words. */
  facts: readonly string[];
  /** A story takes a yes of whom it is about: on paper where they have no phone. */
  isSignedOnPaper: boolean;
  acts: readonly Act[];
}

export interface DeskView extends FaceView {
  rows: readonly Row[];
  hasMore: boolean;
  chosen: Chosen;
}

const NO_CHOICE: Chosen = {
  id: '',
  kind: '',
  state: '',
  check: '',
  isWarning: false,
  reported: '',
  title: '',
  body: '',
  reason: '',
  hint: '',
  page: '',
  toPage: '',
  facts: [],
  isSignedOnPaper: false,
  acts: [],
};

export const EMPTY_DESK: DeskView = { ...CONTENT, rows: [], hasMore: false, chosen: NO_CHOICE };

/** Kinds whose first line is a title. */
const TITLED: readonly ContentKind[] = ['notice', 'guide', 'office', 'course', 'activity', 'gift'];
const ISSUE = '/packages/ledger/pages/issue-work/issue-work';
const WISH = '/packages/manage/pages/wish-review/wish-review';
const REVIEWED_ON: Readonly<Partial<Record<ContentKind, string>>> = {
  wish: WISH,
  issue: ISSUE,
  gift: '/packages/ledger/pages/gift-desk/gift-desk',
};
const ACTIVITIES = '/packages/manage/pages/activity-edit/activity-edit';
/** Where the office writes what it may change itself. */
const WRITTEN_ON: Readonly<Partial<Record<ContentKind, string>>> = {
  notice: '/packages/manage/pages/notice-edit/notice-edit',
  guide: '/packages/manage/pages/writing/writing',
  office: '/packages/manage/pages/writing/writing?shelf=directory',
  course: '/packages/manage/pages/writing/writing?shelf=courses',
};

function rowOf(content: QueuedContent, chosenId: string): Row {
  const { id, kind, excerpt, at, check, abuses } = content;
  const isReported = abuses.length > 0;
  return {
    id,
    kind: CONTENT_KIND_WORDS[kind],
    excerpt,
    moment: momentWords(at),
    note: isReported ? abusesOf(abuses) : CHECK_WORDS[check],
    isChosen: id === chosenId,
  };
}

function abusesOf(abuses: QueuedContent['abuses']): string {
  return DESK_WORDS.reported(abuses.map((abuse) => ABUSE_WORDS[abuse]).join('、'));
}

/** When and where an activity is, the number of an office, and to whom a notice goes. */
function factsOf({ activity, notice, officePhone }: ReadContent): string[] {
  const { when, where, capacity, phone, to, until, important } = DESK_WORDS;
  if (officePhone !== undefined) return [phone(officePhone)];
  if (activity !== undefined) {
    const { place, capacity: count } = activity;
    return [when(whenWords(activity)), where(place), capacity(count)];
  }
  if (notice === undefined) return [];
  const { ground, isImportant, endsOn } = notice;
  return [to(ground), until(dayWords(endsOn)), ...(isImportant ? [important] : [])];
}

function act(name: DeskAct, style: string): Act {
  return { name, label: DESK_WORDS[name], style };
}

/** What may be done with a text as it stands. */
function actsOf(content: ReadContent, isReported: boolean): Act[] {
  const { kind, state, mayRelease, abuses } = content;
  if (state === 'hidden') return [];
  const acts: Act[] = [];
  if (mayRelease && !lacksYes(content)) acts.push(act('release', 'button--primary'));
  if (state === 'waiting' && mayBeReturned(kind)) acts.push(act('return', ''));
  if (isReported && abuses.length > 0) acts.push(act('keep', 'button--primary'));
  return [...acts, act('takedown', 'button--danger')];
}

/** A story of somebody who has not said yes. */
function lacksYes({ consent }: ReadContent): boolean {
  return consent === 'tap' || consent === 'paper';
}

function hintOf({ kind, state, isOwn, mayRelease, consent }: ReadContent): string {
  if (state !== 'waiting') return '';
  if (consent === 'tap') return DESK_WORDS.waitsForTap;
  if (mayRelease) return '';
  if (hasOwnReview(kind)) return DESK_WORDS.elsewhere;
  return isOwn ? DESK_WORDS.own : '';
}

function splitText({ kind, text }: ReadContent): { title: string; body: string } {
  if (!TITLED.includes(kind)) return { title: '', body: text };
  const [title = '', ...lines] = text.split('\n');
  // Where an activity is stands with its day.
  if (kind === 'activity') lines.shift();
  return { title, body: lines.join('\n') };
}

/** Where a text is let out that waits elsewhere, each at its own; where it is written, or what it is about. */
function wayOf({ kind, state, subjectId }: ReadContent): Pick<Chosen, 'page' | 'toPage'> {
  const review = state === 'waiting' ? REVIEWED_ON[kind] : undefined;
  const write = WRITTEN_ON[kind];
  if (review !== undefined) {
    return { page: kind === 'gift' ? review : `${review}?id=${subjectId}`, toPage: DESK_WORDS.open };
  }
  // Whoever reported it is asked, and both sides are rung, where the wish itself stands.
  if (kind === 'wish' || kind === 'story') {
    return { page: `${WISH}?id=${subjectId}`, toPage: DESK_WORDS.toWish };
  }
  if (kind === 'plan') return { page: `${ISSUE}?id=${subjectId}`, toPage: DESK_WORDS.toIssue };
  // Its text is the least of an activity: when it is and for how many stands where it is planned.
  if (kind === 'activity') return { page: `${ACTIVITIES}?id=${subjectId}`, toPage: DESK_WORDS.toActivity };
  return write === undefined ? { page: '', toPage: '' } : { page: write, toPage: DESK_WORDS.toWriting };
}

function chosenOf(content: ReadContent, isReported: boolean): Chosen {
  const { id, kind, state, check, abuses, reason } = content;
  return {
    id,
    kind: CONTENT_KIND_WORDS[kind],
    state: CONTENT_STATE_WORDS[state],
    check: CHECK_WORDS[check],
    isWarning: check !== 'passed' && check !== 'due',
    reported: isReported && abuses.length > 0 ? abusesOf(abuses) : '',
    ...splitText(content),
    reason: reason === '' ? '' : DESK_WORDS.reason(reason),
    hint: hintOf(content),
    ...wayOf(content),
    facts: factsOf(content),
    isSignedOnPaper: content.consent === 'paper' && state === 'waiting',
    acts: actsOf(content, isReported),
  };
}

export interface DeskState {
  contents: readonly QueuedContent[];
  next: string | undefined;
  chosen: ReadContent | undefined;
  isReported: boolean;
}

export function viewDesk({ contents, next, chosen, isReported }: DeskState): DeskView {
  return {
    ...CONTENT,
    rows: contents.map((content) => rowOf(content, chosen?.id ?? '')),
    hasMore: next !== undefined,
    chosen: chosen === undefined ? NO_CHOICE : chosenOf(chosen, isReported),
  };
}
