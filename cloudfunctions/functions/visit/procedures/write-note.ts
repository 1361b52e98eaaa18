import type { ProcedureOutput } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ChangeContext } from '../../../kernel/context';
import { unitWithinReach } from '../door-of';
import { keepNote, type NoteRecord } from '../notes';

type Output = ProcedureOutput<(typeof visitContract)['writeNote']>;

export async function writeNote(context: ChangeContext, record: NoteRecord): Promise<Output> {
  const wall = await unitWithinReach(context, record.unitId);
  return { id: keepNote(context, wall, record) };
}
