import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import type { ChangeContext } from '../../../kernel/context';
import { findNote } from '../../../repositories/visits';
import { unitWithinReach } from '../door-of';
import { recordNote } from '../notes';

type Input = ProcedureParsed<(typeof visitContract)['removeNote']>;
type Output = ProcedureOutput<(typeof visitContract)['removeNote']>;

/** Whoever walks the unit may take a note away that is no longer true; its text goes with it. */
export async function removeNote(context: ChangeContext, { noteId }: Input): Promise<Output> {
  const note = await findNote(context.store, noteId);
  if (note === undefined) throw new Problem('NOT_FOUND');
  await unitWithinReach(context, note.unitId);
  if (note.state === 'removed') throw new Problem('NOT_FOUND');
  context.write.patch('notes', noteId, { state: 'removed', text: '', version: note.version + 1 });
  recordNote(context, note, 'removed');
  return {};
}
