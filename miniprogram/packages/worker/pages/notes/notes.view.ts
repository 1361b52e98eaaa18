/** Practical notes on a stairwell: those that came with the route pack or from the cloud, and those still on this phone. */
import type { BuildingNote } from '@domain/contract/offline-record';
import { dayWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { NOTE_WORDS } from '../../../../messages/visit';
import { isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import { noteIn } from '../../services/door-records';

interface Line {
  key: string;
  text: string;
  detail: string;
  /** Says the note, for the button that takes it away; '' while it still lies on this phone. */
  removal: string;
}

export interface NotesView {
  lines: readonly Line[];
  empty: string;
}

export function viewNotes(notes: readonly BuildingNote[], entries: readonly OutboxEntry[]): NotesView {
  const mine = entries.filter(isUnsent).flatMap(lineOf).reverse();
  const lines = [...mine, ...notes.map(noted)];
  return { lines, empty: lines.length === 0 ? NOTE_WORDS.empty : '' };
}

function noted({ id, text, on }: BuildingNote): Line {
  return { key: id, text, detail: dayWords(on), removal: NOTE_WORDS.removal(text) };
}

/** What this phone has written and not handed in yet, or why it never will be. */
function lineOf(entry: OutboxEntry): Line[] {
  const text = noteIn(entry);
  if (text === undefined) return [];
  const { opId, state, problem } = entry;
  const isRefused = state === 'parked' && problem !== undefined;
  return [{ key: opId, text, detail: isRefused ? sentenceFor(problem) : NOTE_WORDS.waiting, removal: '' }];
}
