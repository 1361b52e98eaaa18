/** Asked-for files: who asked, who agreed, where the file stands. */
import type { Page } from '@domain/kernel/page';
import type { Reader, Store } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { ExportDocument, JobDocument } from './documents';
import { readPage } from './pages';

const NAME = 'exports';
const EXPIRED_AT_ONCE_MAX = 50;

export function findExport(reader: Reader, id: string): Promise<ExportDocument | undefined> {
  return reader.find<ExportDocument>(NAME, id);
}

/** One page of a territory's files, newest first. Indexes community_at, street_at. */
export function exportsPage(
  reader: Reader,
  { field, values }: AreaFilter,
  cursor: string | undefined,
): Promise<Page<ExportDocument>> {
  return readPage<ExportDocument>(reader, NAME, {
    where: { [field]: { in: values } },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** The jobs that make these files. */
export function jobsOfExports(reader: Reader, ids: readonly string[]): Promise<JobDocument[]> {
  return reader.search<JobDocument>('jobs', {
    where: { _id: { in: ids.map(exportJobId) } },
    limit: ids.length,
  });
}

export function exportJobId(exportId: string): string {
  return `export-${exportId}`;
}

/** Ready files whose time is over. Index state_expires. */
export function expiredExports(reader: Reader, now: number): Promise<ExportDocument[]> {
  return reader.search<ExportDocument>(NAME, {
    where: { state: 'ready', expiresAt: { lte: now } },
    order: [['expiresAt', 'asc']],
    limit: EXPIRED_AT_ONCE_MAX,
  });
}

/** What a finished file says of itself: the manifest without which nothing can be downloaded. */
export type Manifest = Required<
  Pick<
    ExportDocument,
    'asOf' | 'parts' | 'partsDone' | 'rows' | 'fileId' | 'fileName' | 'bytes' | 'sha256' | 'expiresAt'
  >
>;

/** False where the file was finished, or given up, by somebody else. */
export async function markReady(store: Store, id: string, manifest: Manifest): Promise<boolean> {
  return (
    (await store.patchWhere(NAME, { _id: id, state: 'approved' }, { state: 'ready', ...manifest })) === 1
  );
}

/** False where it was finished, or given up, before. */
export async function markFailed(store: Store, id: string): Promise<boolean> {
  return (await store.patchWhere(NAME, { _id: id, state: 'approved' }, { state: 'failed' })) === 1;
}

export async function markGone(store: Store, id: string): Promise<void> {
  await store.patchWhere(NAME, { _id: id, state: 'ready' }, { state: 'gone', fileId: undefined });
}
