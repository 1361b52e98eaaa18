import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { HardDoor as HardDoorView, tacticContract } from '@domain/contract/tactic';
import type { ReadContext } from '../../../kernel/context';
import { doorsWithTask } from '../../../records/hard-door-tasks';
import type { AssignmentDocument, HardDoor } from '../../../repositories/documents';
import { figuresOf } from '../scope-figures';
import { canBeSent, workersFor } from '../workers';

type Input = ProcedureParsed<(typeof tacticContract)['listHardDoors']>;
type Output = ProcedureOutput<(typeof tacticContract)['listHardDoors']>;

function viewOf(
  door: HardDoor,
  seats: readonly AssignmentDocument[],
  taken: ReadonlySet<string>,
): HardDoorView {
  const { doorId, plate, gridId, state, attempts, refusals, triedOn } = door;
  return {
    id: doorId,
    plate: { ...plate },
    gridId,
    state,
    attempts,
    refusals,
    ...(triedOn === '' ? {} : { triedOn }),
    hasTask: taken.has(doorId),
    workers: seats.flatMap((seat, at) => (canBeSent(seat, door) ? [at] : [])),
  };
}

/** The doors as the last roll-up ranked them; seats and tasks as they stand. */
export async function listHardDoors(context: ReadContext, { areaId }: Input): Promise<Output> {
  const { hardest, asOf } = await figuresOf(context, areaId);
  const seats = await workersFor(context.store, hardest, context.today);
  const taken = await doorsWithTask(
    context.store,
    hardest.map(({ doorId }) => doorId),
  );
  return {
    doors: hardest.map((door) => viewOf(door, seats, taken)),
    workers: seats.map(({ _id, role, label }) => ({ seatId: _id, role, label })),
    asOf,
  };
}
