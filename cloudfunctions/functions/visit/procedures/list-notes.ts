import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ReadContext } from '../../../kernel/context';
import { notesOfBuilding } from '../../../repositories/visits';
import { unitWithinReach } from '../door-of';
import { notesForUnit } from '../notes';

type Input = ProcedureParsed<(typeof visitContract)['listNotes']>;
type Output = ProcedureOutput<(typeof visitContract)['listNotes']>;

export async function listNotes(context: ReadContext, { unitId }: Input): Promise<Output> {
  const wall = await unitWithinReach(context, unitId);
  return { notes: notesForUnit(await notesOfBuilding(context.store, wall.buildingId), unitId) };
}
