/** Practical notes on a building or stairwell. They are checked so that they name nobody: what they may hold anybody may read. */
import { Problem } from '@domain/kernel/problem';
import { refusedInNote } from '@domain/register/plain-note';
import type { ProcedureParsed } from '@domain/kernel/contract';
import type { BuildingNote } from '@domain/contract/offline-record';
import type { visitContract } from '@domain/contract/visit';
import type { ChangeContext } from '../../kernel/context';
import { pathOf } from '../../records/door-place';
import type { NoteDocument, WallDocument } from '../../repositories/documents';

export type NoteRecord = ProcedureParsed<(typeof visitContract)['writeNote']>;

/** Throws CONTENT_REJECTED with a sentence that says what has to go. */
export function keepNote(
  context: ChangeContext,
  wall: WallDocument,
  { text, wholeBuilding }: NoteRecord,
): string {
  const sentence = refusedInNote(text);
  if (sentence !== undefined) throw new Problem('CONTENT_REJECTED', { field: 'text', sentence });
  const _id = context.idFor('note');
  const note: NoteDocument = {
    _id,
    version: 1,
    ...pathOf({ ...wall, unitId: wall._id }),
    isWholeBuilding: wholeBuilding,
    text: text.trim(),
    state: 'standing',
    at: context.now,
    day: context.today,
    writtenBy: context.caller.userId,
  };
  context.write.insert('notes', note);
  recordNote(context, note, 'text');
  return _id;
}

export function recordNote(
  context: ChangeContext,
  { _id, buildingId, gridId, compoundId, communityId }: NoteDocument,
  field: 'text' | 'removed',
): void {
  context.record({
    objects: [_id, buildingId],
    subjects: [],
    fields: [field],
    place: { buildingId, gridId, compoundId, communityId },
  });
}

/** The notes that somebody in this unit needs. */
export function notesForUnit(notes: readonly NoteDocument[], unitId: string): BuildingNote[] {
  return notes
    .filter((note) => note.isWholeBuilding || note.unitId === unitId)
    .map((note) => ({
      id: note._id,
      ...(note.isWholeBuilding ? {} : { unitId: note.unitId }),
      text: note.text,
      on: note.day,
    }));
}
