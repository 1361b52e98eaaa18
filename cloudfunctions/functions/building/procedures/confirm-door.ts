import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { buildingContract } from '@domain/contract/building';
import { isAnswered } from '@domain/work/visit';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, placeOfWall, splitDoorId, type DoorAtWall } from '../../../records/door-place';
import { withoutDoubt } from '../../../records/doubts';
import { closeTask, openTask, taskId } from '../../../records/tasks';
import { wallChange } from '../../../records/wall-changes';
import type { TaskDocument, WallSlot } from '../../../repositories/documents';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof buildingContract)['confirmDoor']>;
type Output = ProcedureOutput<(typeof buildingContract)['confirmDoor']>;

const DAYS_TO_LOOK = 7;
const KIND = 'verifyDoor';

async function openDoubt(
  { store }: ChangeContext,
  { doorId }: DoorAtWall,
): Promise<TaskDocument | undefined> {
  const task = await store.find<TaskDocument>('tasks', taskId(KIND, doorId));
  return task?.state === 'open' ? task : undefined;
}

/** What somebody else has asked for stays theirs: whoever joins in could take it back otherwise. */
async function askForALook(context: ChangeContext, door: DoorAtWall): Promise<void> {
  const { doubted = false } = door.stored;
  const standing = doubted ? await openDoubt(context, door) : undefined;
  if (standing !== undefined && standing.madeBy !== context.caller.userId) return;
  const dueOn = addDays(context.today, DAYS_TO_LOOK);
  openTask(context, { kind: KIND, door, dueOn, isTaken: isAnswered(door.stored) });
  if (!doubted) mark(context, door, { ...door.stored, doubted: true });
}

/** The same person is sure after all: nobody needs to go. What somebody else asked for stays. */
async function withdrawOwnTask(context: ChangeContext, door: DoorAtWall): Promise<void> {
  const task = await openDoubt(context, door);
  if (task?.madeBy !== context.caller.userId) return;
  closeTask(context, task, 'void');
  if (door.stored.doubted === true) mark(context, door, withoutDoubt(door.stored));
}

function mark(context: ChangeContext, { wall, slot }: DoorAtWall, after: WallSlot): void {
  context.write.patch('walls', wall._id, wallChange([{ slot, after }]));
}

/** What a neighbour says is a reason to look: the register and the door's state stay as they are, the door is marked. */
export async function confirmDoor(context: ChangeContext, { doorId, livesHere }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  context.permit(placeOfWall(door.wall));

  const isAsked = livesHere !== 'yes';
  if (isAsked) await askForALook(context, door);
  else await withdrawOwnTask(context, door);
  const { buildingId, gridId, compoundId, communityId } = door.wall;
  context.record({
    objects: [doorId],
    subjects: [],
    fields: [`livesHere.${livesHere}`],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { isAsked };
}
