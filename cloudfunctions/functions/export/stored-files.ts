/** Names of stored files follow from the job and its run, so that what a killed run left behind can be named and erased. */
import type { SystemContext } from '../../kernel/context';
import type { JobDocument } from '../../repositories/documents';

/** One more than steps: a part is never the last step's. */
const PARTS_NAMED = 13;
const REMOVED_AT_ONCE = 50;
const FOLDER = 'exports/';

/** Begins the names of one run's files: no two runs share one. */
export function attemptOf({ subjectId, fence }: Pick<JobDocument, 'subjectId' | 'fence'>): string {
  return `${subjectId}-${fence}`;
}

export function workbookPath(attempt: string): string {
  return `${FOLDER}files/${attempt}.xlsx`;
}

export function keptPath(attempt: string): string {
  return `${FOLDER}kept/${attempt}.bin`;
}

export function partPath(attempt: string, number: number): string {
  return `${FOLDER}parts/${attempt}-${number}.bin`;
}

/** Everything that earlier runs of a job may have stored; `known` is any file of this environment. */
export function leftovers(
  { subjectId, fence }: Pick<JobDocument, 'subjectId' | 'fence'>,
  known: string,
): string[] {
  const home = known.slice(0, known.indexOf(FOLDER));
  return Array.from({ length: fence - 1 }, (_, index) => attemptOf({ subjectId, fence: index + 1 }))
    .flatMap((attempt) => [
      workbookPath(attempt),
      keptPath(attempt),
      ...Array.from({ length: PARTS_NAMED }, (_, number) => partPath(attempt, number)),
    ])
    .map((path) => home + path);
}

/** Erases files, those that are still of use left out; one that is not there is no matter. */
export async function erase(
  { files }: Pick<SystemContext, 'files'>,
  fileIds: readonly string[],
  inUse: readonly (string | undefined)[],
): Promise<void> {
  const useless = [...new Set(fileIds)].filter((fileId) => !inUse.includes(fileId));
  for (let start = 0; start < useless.length; start += REMOVED_AT_ONCE) {
    await files.remove(useless.slice(start, start + REMOVED_AT_ONCE));
  }
}
