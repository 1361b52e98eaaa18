import type { NoticeState } from '@domain/notice/notice-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { DeliveryDocument, NoticeDocument, ReachDocument } from './documents';
import { readPage } from './pages';

const NAME = 'notices';
const ENDING_MAX = 100;
const DELIVERIES_MAX = 1000;

export function findNotice(
  reader: Pick<Reader, 'find'>,
  noticeId: string,
): Promise<NoticeDocument | undefined> {
  return reader.find<NoticeDocument>(NAME, noticeId);
}

/** One page of what is published to any of these grounds, newest first. Index ground_state_published. */
export function publishedNotices(
  reader: Reader,
  groundIds: readonly string[],
  cursor: string | undefined,
): Promise<Page<NoticeDocument>> {
  const state: NoticeState = 'published';
  return readPage<NoticeDocument>(reader, NAME, {
    where: { groundId: { in: groundIds }, state },
    sort: 'publishedAt',
    direction: 'desc',
    cursor,
  });
}

/** One page of a territory's notices in every state, newest first. Indexes grid_at, community_at, street_at. */
export function noticesIn(
  reader: Reader,
  { field, values }: { readonly field: string; readonly values: readonly string[] },
  cursor: string | undefined,
): Promise<Page<NoticeDocument>> {
  return readPage<NoticeDocument>(reader, NAME, {
    where: { [field]: { in: values } },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** Notices whose last day is over. Index state_ends. */
export function endingNotices(
  reader: Reader,
  { state, today }: { readonly state: NoticeState; readonly today: string },
): Promise<NoticeDocument[]> {
  return reader.search<NoticeDocument>(NAME, {
    where: { state, endsOn: { lt: today } },
    order: [['endsOn', 'asc']],
    limit: ENDING_MAX,
  });
}

export function deliveryId(noticeId: string, userId: string): string {
  return digestId('delivery', noticeId, userId);
}

export function reachId(noticeId: string, buildingId: string): string {
  return digestId('reach', noticeId, buildingId);
}

/** One page of a notice's buildings. Index notice_building. */
export function reachOf(
  reader: Reader,
  noticeId: string,
  cursor: string | undefined,
): Promise<Page<ReachDocument>> {
  return readPage<ReachDocument>(reader, 'reaches', {
    where: { noticeId },
    sort: 'buildingId',
    direction: 'asc',
    cursor,
  });
}

/** To whom a notice came in a building. Index notice_building. */
export function deliveriesIn(
  reader: Reader,
  { noticeId, buildingId }: { readonly noticeId: string; readonly buildingId: string },
): Promise<DeliveryDocument[]> {
  return reader.search<DeliveryDocument>('deliveries', {
    where: { noticeId, buildingId },
    limit: DELIVERIES_MAX,
    fields: ['doorId', 'readAt'],
  });
}
