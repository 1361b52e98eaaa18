import type { ContentState } from '@domain/content/content-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { ContentDocument } from './documents';
import { readPage } from './pages';

const NAME = 'contents';
const DUE_MAX = 60;

export interface Ground {
  readonly field: string;
  readonly values: readonly string[];
}

/** One page of what stands in a state in a territory, oldest first. Indexes community_state_at, street_state_at. */
export function contentsIn(
  reader: Reader,
  { field, values }: Ground,
  { state, cursor }: { readonly state: ContentState; readonly cursor: string | undefined },
): Promise<Page<ContentDocument>> {
  return readPage<ContentDocument>(reader, NAME, {
    where: { [field]: { in: values }, state },
    sort: 'at',
    direction: state === 'waiting' || state === 'checking' ? 'asc' : 'desc',
    cursor,
  });
}

/** Texts by their ids, those that there are. */
export function contentsById(
  reader: Pick<Reader, 'search'>,
  ids: readonly string[],
): Promise<ContentDocument[]> {
  return reader.search<ContentDocument>(NAME, { where: { _id: { in: ids } }, limit: ids.length });
}

/** One page of what somebody said something is wrong with. Indexes community_reported_at, street_reported_at. */
export function reportedContents(
  reader: Reader,
  { field, values }: Ground,
  cursor: string | undefined,
): Promise<Page<ContentDocument>> {
  return readPage<ContentDocument>(reader, NAME, {
    where: { [field]: { in: values }, reported: 'open' },
    sort: 'at',
    direction: 'asc',
    cursor,
  });
}

/** Texts whose check is due, those that wait longest first. Index check_next. */
export function dueContents(reader: Reader, now: number): Promise<ContentDocument[]> {
  return reader.search<ContentDocument>(NAME, {
    where: { check: 'due', nextCheckAt: { lte: now } },
    order: [['nextCheckAt', 'asc']],
    limit: DUE_MAX,
  });
}
