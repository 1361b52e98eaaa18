/** Messages as cards, newest first. */
import type { InboxMessage } from '@domain/contract/inbox';
import { momentWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { INBOX_WORDS } from '../../../../messages/inbox';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';

export interface InboxState {
  messages: InboxMessage[] | undefined;
  hasMore: boolean;
  problem: Pick<ProblemReport, 'code' | 'details'> | undefined;
}

interface MessageRow {
  key: string;
  title: string;
  body: string;
  moment: string;
  isNew: boolean;
  /** A tap leads on. */
  leads: boolean;
  spoken: string;
}

export interface InboxView extends FaceView {
  rows: readonly MessageRow[];
  hasMore: boolean;
}

const NOTHING = { ...CONTENT, rows: [], hasMore: false };

export function viewInbox({ messages, hasMore, problem }: InboxState): InboxView {
  if (messages === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : faceOf(problem)) };
  if (messages.length === 0) return { ...NOTHING, ...emptyFace() };
  return { ...NOTHING, rows: messages.map(rowOf), hasMore };
}

/** The times of the unread ones that stand on the screen; undefined where there are none. */
export function unseenOf(messages: readonly InboxMessage[]): { from: number; upTo: number } | undefined {
  const times = messages.filter(({ isRead }) => !isRead).map(({ at }) => at);
  return times.length === 0 ? undefined : { from: Math.min(...times), upTo: Math.max(...times) };
}

function rowOf({ id, title, body, at, isRead, link }: InboxMessage): MessageRow {
  const moment = momentWords(at);
  const words = [title, body, moment].join('，');
  const spoken = isRead ? words : `${INBOX_WORDS.freshSpoken}，${words}`;
  return { key: id, title, body, moment, isNew: !isRead, leads: link !== '', spoken };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = INBOX_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: '' };
}
