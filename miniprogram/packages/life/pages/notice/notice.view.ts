/** Notices as everybody reads them: a list, or one. */
import type { NoticeHead } from '@domain/contract/notice';
import { dayOf, dayWords } from '@domain/kernel/day';
import { NOTICE_WORDS } from '../../../../messages/notice';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';

interface Row {
  id: string;
  title: string;
  mark: string;
  from: string;
}

export interface NoticeView extends FaceView {
  rows: readonly Row[];
  hasMore: boolean;
  title: string;
  mark: string;
  from: string;
  body: string;
  until: string;
}

const NOTHING: NoticeView = {
  ...CONTENT,
  rows: [],
  hasMore: false,
  title: '',
  mark: '',
  from: '',
  body: '',
  until: '',
};

function rowOf({ id, title, ground, isImportant, publishedAt }: NoticeHead): Row {
  const mark = isImportant ? NOTICE_WORDS.important : '';
  return { id, title, mark, from: NOTICE_WORDS.from(ground, dayWords(dayOf(publishedAt))) };
}

export function viewNotices(notices: readonly NoticeHead[], next: string | undefined): NoticeView {
  if (notices.length > 0) return { ...NOTHING, rows: notices.map(rowOf), hasMore: next !== undefined };
  const { empty, emptyDetail } = NOTICE_WORDS;
  return { ...NOTHING, face: 'empty', sentence: empty, detail: emptyDetail };
}

export function viewNotice(notice: NoticeHead & { body: string; endsOn: string }): NoticeView {
  const { body, endsOn } = notice;
  return { ...NOTHING, ...rowOf(notice), body, until: NOTICE_WORDS.until(dayWords(endsOn)) };
}

export function viewProblem(problem: Parameters<typeof faceOf>[0]): NoticeView {
  if (problem.code !== 'NOT_FOUND') return { ...NOTHING, ...faceOf(problem) };
  const { lost, lostDetail, toList } = NOTICE_WORDS;
  return { ...NOTHING, face: 'empty', sentence: lost, detail: lostDetail, action: toList };
}
