/** What this phone carries into a basement, and what it still has to bring back. */
import { momentWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { OUTBOX_WORDS, PACK_WORDS } from '../../../../messages/visit';
import { isPassing, isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import type { DownloadEnd, DownloadStep, PackLine } from '../../services/route-pack';
import { sizeWords } from '../outbox/size-words';

interface PackState {
  lines: readonly PackLine[];
  entries: readonly OutboxEntry[];
  /** Undefined while nothing is fetched. */
  step: DownloadStep | undefined;
  /** How the last download of this page ended. */
  end: DownloadEnd | undefined;
}

export interface PackView {
  held: string;
  detail: string;
  action: string;
  isBusy: boolean;
  notice: string;
  unsent: string;
}

export function viewPack({ lines, entries, step, end }: PackState): PackView {
  const action = lines.length === 0 ? PACK_WORDS.download : PACK_WORDS.again;
  return {
    ...heldOf(lines),
    action,
    isBusy: step !== undefined,
    notice: step === undefined ? endWords(end, action) : PACK_WORDS.step(step.done, step.of),
    unsent: OUTBOX_WORDS.link(entries.filter(isUnsent).length),
  };
}

function heldOf(lines: readonly PackLine[]): Pick<PackView, 'held' | 'detail'> {
  const oldest = Math.min(...lines.map(({ packedAt }) => packedAt));
  if (lines.length === 0) return { held: PACK_WORDS.title, detail: PACK_WORDS.none };
  const doors = lines.reduce((sum, line) => sum + line.doors, 0);
  const bytes = lines.reduce((sum, line) => sum + line.bytes, 0);
  return {
    held: PACK_WORDS.held(lines.length, doors),
    detail: PACK_WORDS.asOf(momentWords(oldest), sizeWords(Math.ceil(bytes / 1024))),
  };
}

function endWords(end: DownloadEnd | undefined, action: string): string {
  if (end === undefined) return '';
  if (end.ok) return PACK_WORDS.done;
  if (end.problem === 'noRoom') return PACK_WORDS.noRoom;
  if (end.problem.code === 'OFFLINE' && action === PACK_WORDS.download) return PACK_WORDS.offline;
  return isPassing(end.problem.code) ? PACK_WORDS.notDone(action) : sentenceFor(end.problem);
}
