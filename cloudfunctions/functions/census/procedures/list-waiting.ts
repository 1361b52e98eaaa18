import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { splitDoorId } from '../../../records/door-place';
import { waitingPage } from '../../../repositories/submissions';
import { wallsById } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof censusContract)['listWaiting']>;
type Output = ProcedureOutput<(typeof censusContract)['listWaiting']>;

/** Whether a building head doubts that anybody lives behind a door: it is the door that is doubted, and no form of it. */
async function doubtsOf(
  { store }: ReadContext,
  unitIds: readonly string[],
): Promise<(doorId: string) => boolean> {
  const walls = unitIds.length === 0 ? [] : await wallsById(store, [...new Set(unitIds)]);
  const slots = new Map(walls.map((wall) => [wall._id, wall.slots]));
  return (doorId) => {
    const { unitId = '', slot = 0 } = splitDoorId(doorId) ?? {};
    return slots.get(unitId)?.[String(slot)]?.doubted === true;
  };
}

/** By door only: who filled what is seen at the door, where the look is recorded. */
export async function listWaiting(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { forms: [] };
  const { rows, next } = await waitingPage(context.store, territory, cursor);
  const isDoubted = await doubtsOf(
    context,
    rows.map(({ unitId }) => unitId),
  );
  return {
    forms: rows.map(({ _id, doorId, buildingId, plate, at, flagged, beside, proxy }) => ({
      id: _id,
      doorId,
      buildingId,
      plate,
      submittedAt: at,
      flagged: flagged || isDoubted(doorId),
      ...(beside === undefined ? {} : { beside }),
      ...(proxy === undefined ? {} : { inPerson: true }),
    })),
    ...nextOf({ next }),
  };
}
