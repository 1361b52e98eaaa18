import type { ContentKind } from '@domain/content/content';

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';

/** Where its author changes a text that was sent back or taken down; absent where there is nothing to change. */
export const AUTHOR_PAGES: Readonly<Partial<Record<ContentKind, string>>> = {
  wish: `${LIFE}/my-wishes/my-wishes`,
  story: `${LIFE}/my-wishes/my-wishes`,
  issue: `${LIFE}/my-issues/my-issues`,
  gift: `${LIFE}/my-gifts/my-gifts`,
  notice: `${MANAGE}/notice-edit/notice-edit`,
  guide: `${MANAGE}/writing/writing`,
  office: `${MANAGE}/writing/writing?shelf=directory`,
  course: `${MANAGE}/writing/writing?shelf=courses`,
};
