import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { ProgressDocument } from './documents';

const NAME = 'progress';
const OWN_MAX = 100;

export function progressId(userId: string, courseId: string): string {
  return digestId('progress', userId, courseId);
}

export function findProgress(
  reader: Reader,
  { userId, courseId }: Pick<ProgressDocument, 'userId' | 'courseId'>,
): Promise<ProgressDocument | undefined> {
  return reader.find<ProgressDocument>(NAME, progressId(userId, courseId));
}

/** A person's results, newest first. Index user_at. */
export function progressOf(reader: Reader, userId: string): Promise<ProgressDocument[]> {
  return reader.search<ProgressDocument>(NAME, {
    where: { userId },
    order: [['at', 'desc']],
    limit: OWN_MAX,
  });
}
