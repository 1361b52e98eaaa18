import { countDoors } from '@domain/census/coverage';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf } from '../../../records/door-place';
import { unitsPage } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof visitContract)['listUnits']>;
type Output = ProcedureOutput<(typeof visitContract)['listUnits']>;

/** A volunteer walks the units that were given, a grid worker those of the grids. */
function groundOf(context: ReadContext): { field: string; values: readonly string[] } {
  const { cell, userId } = context.caller;
  if (cell.scope === 'T') return { field: 'assigneeId', values: [userId] };
  return context.territory() ?? { field: 'gridId', values: [] };
}

export async function listUnits(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.territory();
  const ground = groundOf(context);
  const { rows, next } = await unitsPage(context.store, ground, cursor);
  return {
    units: rows.map(({ _id, buildingId, address, label, slots }) => {
      const doors = Object.values(slots);
      const plate = buildingPlateOf(address);
      return { id: _id, buildingId, plate, label, doors: doors.length, left: countDoors(doors).left };
    }),
    ...(next === undefined ? {} : { next }),
  };
}
