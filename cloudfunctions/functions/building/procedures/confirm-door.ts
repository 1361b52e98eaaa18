import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { buildingContract } from '@domain/contract/building';
import { isAnswered } from '@domain/work/visit';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, placeOfWall, splitDoorId, type DoorAtWall } from '../../../records/door-place';
import { closeTask, openTask, taskId } from '../../../records/tasks';
import type { TaskDocument } from '../../../repositories/documents';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof buildingContract)['confirmDoor']>;
type Output = ProcedureOutput<(typeof buildingContract)['confirmDoor']>;

const DAYS_TO_LOOK = 7;
const KIND = 'verifyDoor';

/** The same person is sure after all: nobody needs to go. What somebody else asked for stays. */
async function withdrawOwnTask(context: ChangeContext, { doorId }: DoorAtWall): Promise<void> {
  const task = await context.store.find<TaskDocument>('tasks', taskId(KIND, doorId));
  if (task?.state === 'open' && task.madeBy === context.caller.userId) closeTask(context, task, 'void');
}

/** What a neighbour says is a reason to look; the register and the wall stay as they are. */
export async function confirmDoor(context: ChangeContext, { doorId, livesHere }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  context.permit(placeOfWall(door.wall));

  const isAsked = livesHere !== 'yes';
  if (isAsked) {
    const dueOn = addDays(context.today, DAYS_TO_LOOK);
    openTask(context, { kind: KIND, door, dueOn, isTaken: isAnswered(door.stored) });
  } else await withdrawOwnTask(context, door);
  const { buildingId, gridId, compoundId, communityId } = door.wall;
  context.record({
    objects: [doorId],
    subjects: [],
    fields: [`livesHere.${livesHere}`],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { isAsked };
}
