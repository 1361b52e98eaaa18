import type { ContentKind } from '@domain/content/content';
import type { ContentDocument } from '../../repositories/documents';

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';
const WORK = '/packages/ledger/pages/issue-work/issue-work';
const ACTIVITY = `${MANAGE}/activity-edit/activity-edit`;

const PAGES: Readonly<Partial<Record<ContentKind, string>>> = {
  wish: `${LIFE}/my-wishes/my-wishes`,
  story: `${LIFE}/my-wishes/my-wishes`,
  issue: `${LIFE}/my-issues/my-issues`,
  gift: `${LIFE}/my-gifts/my-gifts`,
  notice: `${MANAGE}/notice-edit/notice-edit`,
  guide: `${MANAGE}/writing/writing`,
  office: `${MANAGE}/writing/writing?shelf=directory`,
  course: `${MANAGE}/writing/writing?shelf=courses`,
};

/** These have many on one page. */
const PAGES_OF_ONE: Readonly<Partial<Record<ContentKind, string>>> = { plan: WORK, activity: ACTIVITY };

/** Where its author changes a text that was sent back or taken down. */
export function authorPage({ kind, subjectId }: Pick<ContentDocument, 'kind' | 'subjectId'>): string {
  const one = PAGES_OF_ONE[kind];
  return one === undefined ? (PAGES[kind] ?? '') : `${one}?id=${subjectId}`;
}
