import { PAGE_SIZE_MAX, pageOf, type Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { MessageDocument } from './documents';
import { readPage } from './pages';

const NAME = 'messages';
const COUNTED_MAX = 100;
/** Each is a write of one transaction, which carries a hundred operations. */
const MARKED_AT_ONCE_MAX = 60;
const PUSHED_AT_ONCE_MAX = 100;

/** The first page, and how many of the newest hundred are unread, in one read. Index user_at. */
export async function newestMessages(
  reader: Reader,
  userId: string,
): Promise<{ readonly page: Page<MessageDocument>; readonly unread: number }> {
  const newest = await reader.search<MessageDocument>(NAME, {
    where: { userId },
    order: [['at', 'desc']],
    limit: COUNTED_MAX,
  });
  const sorted = [...newest].sort((left, right) => right.at - left.at || (left._id < right._id ? -1 : 1));
  const page = pageOf(sorted, PAGE_SIZE_MAX, ({ at, _id }) => ({ sort: at, id: _id }));
  return { page, unread: newest.filter(({ isRead }) => !isRead).length };
}

/** A later page. Index user_at. */
export function olderMessages(
  reader: Reader,
  userId: string,
  cursor: string,
): Promise<Page<MessageDocument>> {
  return readPage<MessageDocument>(reader, NAME, {
    where: { userId },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** How many messages of a person are unread, at most a hundred. Index user_read_at. */
export async function countUnread(reader: Reader, userId: string): Promise<number> {
  const unread = await reader.search(NAME, {
    where: { userId, isRead: false },
    limit: COUNTED_MAX,
    fields: ['_id'],
  });
  return unread.length;
}

/** Unread messages of a person from one time to another, the newest sixty at most. Index user_read_at. */
export async function unseenBetween(
  reader: Reader,
  userId: string,
  { from, upTo }: { readonly from: number; readonly upTo: number },
): Promise<string[]> {
  const unseen = await reader.search(NAME, {
    where: { userId, isRead: false, at: { gte: from, lte: upTo } },
    order: [['at', 'desc']],
    limit: MARKED_AT_ONCE_MAX,
    fields: ['_id'],
  });
  return unseen.map(({ _id }) => _id);
}

/** Messages that WeChat may bring now, those that wait longest first. Index push_at. */
export function dueMessages(reader: Reader, now: number): Promise<MessageDocument[]> {
  return reader.search<MessageDocument>(NAME, {
    where: { pushState: { in: ['due', 'sending'] }, pushAt: { lte: now } },
    order: [['pushAt', 'asc']],
    limit: PUSHED_AT_ONCE_MAX,
  });
}

export function findMessage(reader: Pick<Reader, 'find'>, id: string): Promise<MessageDocument | undefined> {
  return reader.find<MessageDocument>(NAME, id);
}
