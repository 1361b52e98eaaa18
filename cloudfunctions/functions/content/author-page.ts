import type { ContentKind } from '@domain/content/content';
import type { ContentDocument } from '../../repositories/documents';

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';
const WORK = '/packages/ledger/pages/issue-work/issue-work';

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

/** Where its author changes a text that was sent back or taken down; '' where there is nothing to change. */
export function authorPage({ kind, subjectId }: Pick<ContentDocument, 'kind' | 'subjectId'>): string {
  return kind === 'plan' ? `${WORK}?id=${subjectId}` : (PAGES[kind] ?? '');
}
