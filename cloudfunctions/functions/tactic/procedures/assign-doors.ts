import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { dayWords, isDay } from '@domain/kernel/day';
import { isInForce } from '@domain/identity/seat';
import { isHard } from '@domain/work/hard-door';
import type { tacticContract } from '@domain/contract/tactic';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, placeOfWall, splitDoorId, type DoorAtWall } from '../../../records/door-place';
import { tell } from '../../../records/messages';
import type { AssignmentDocument } from '../../../repositories/documents';
import { wallsById } from '../../../repositories/walls';
import { giveTasks } from '../door-tasks';
import { canBeSent } from '../workers';

type Input = ProcedureParsed<(typeof tacticContract)['assignDoors']>;
type Output = ProcedureOutput<(typeof tacticContract)['assignDoors']>;

/** Every door named, within reach. Throws NOT_FOUND where one is not. */
async function doorsOf(context: ChangeContext, doorIds: readonly string[]): Promise<DoorAtWall[]> {
  const unitIds = [...new Set(doorIds.map((doorId) => splitDoorId(doorId)?.unitId ?? ''))];
  const walls = new Map((await wallsById(context.store, unitIds)).map((wall) => [wall._id, wall]));
  const doors = doorIds.map((doorId) => doorAt(walls.get(splitDoorId(doorId)?.unitId ?? ''), doorId));
  for (const { wall } of doors) context.permit(placeOfWall(wall));
  return doors;
}

/** Throws VALIDATION where the seat is none that can be sent to these doors. */
async function workerFor(
  context: ChangeContext,
  seatId: string,
  doors: readonly DoorAtWall[],
): Promise<AssignmentDocument> {
  const seat = await context.store.find<AssignmentDocument>('assignments', seatId);
  const isFit =
    seat !== undefined &&
    seat.duty === undefined &&
    isInForce(seat, context.today) &&
    doors.every(({ wall }) => canBeSent(seat, { gridId: wall.gridId, assigneeId: wall.assigneeId ?? '' }));
  if (!isFit) throw new Problem('VALIDATION', { field: 'seatId', sentence: '这几户不都归这位，换一位再交' });
  return seat;
}

/** One task a door, one message to the worker, one event. */
export async function assignDoors(context: ChangeContext, input: Input): Promise<Output> {
  const { seatId, dueOn } = input;
  const doorIds = [...new Set(input.doorIds)];
  const doors = await doorsOf(context, doorIds);
  const worker = await workerFor(context, seatId, doors);
  if (!isDay(dueOn) || dueOn < context.today) {
    throw new Problem('VALIDATION', { field: 'dueOn', sentence: '日子要从今天往后' });
  }
  const open = doors.filter(({ stored }) => isHard(stored));
  const given = await giveTasks(context, { doors: open, assigneeId: worker.userId, dueOn });
  const [first] = given;
  if (first === undefined) return { opened: 0, leftOut: doorIds.length };

  const { wall } = first;
  tell(context, {
    userId: worker.userId,
    kind: 'taskGiven',
    values: {
      place: wall.address.compound,
      note: `${given.length} 户还没见到人，${dayWords(dueOn)}前去一趟`,
    },
    link: '',
  });
  context.record({
    objects: [seatId, ...given.map(({ doorId }) => doorId)],
    subjects: [],
    fields: ['task'],
    place: { communityId: wall.communityId, compoundId: wall.compoundId },
  });
  return { opened: given.length, leftOut: doorIds.length - given.length };
}
