/** Practical notes on a stairwell: those that came with the route pack or from the cloud, and those that this phone wrote since. */
import type { BuildingNote } from '@domain/contract/offline-record';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { KNOCK_WORDS, NOTE_WORDS } from '../../../../messages/visit';
import { isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import { noteIn } from '../../services/door-records';

interface Line {
  key: string;
  text: string;
  detail: string;
  /** Says the note, for the button that takes it away; '' until the cloud has said what it is called there. */
  removal: string;
}

export interface NotesView {
  lines: readonly Line[];
  empty: string;
}

/** `entries` are not among the `notes`. */
export function viewNotes(notes: readonly BuildingNote[], entries: readonly OutboxEntry[]): NotesView {
  const mine = entries.flatMap(lineOf).reverse();
  const lines = [...mine, ...notes.map(noted)];
  return { lines, empty: lines.length === 0 ? NOTE_WORDS.empty : '' };
}

function noted({ id, text, on }: BuildingNote): Line {
  return { key: id, text, detail: dayWords(on), removal: NOTE_WORDS.removal(text) };
}

/** What this phone has written and nobody has read back yet, or why it never will be. */
function lineOf(entry: OutboxEntry): Line[] {
  const text = noteIn(entry);
  if (text === undefined) return [];
  const { opId, state, problem } = entry;
  const isRefused = state === 'parked' && problem !== undefined;
  const standing = isUnsent(entry) ? NOTE_WORDS.waiting : KNOCK_WORDS.saved;
  return [{ key: opId, text, detail: isRefused ? sentenceFor(problem) : standing, removal: '' }];
}
