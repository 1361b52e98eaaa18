import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { placeOfWall } from '../../../records/door-place';
import type { AssignmentDocument, TaskDocument, WallDocument } from '../../../repositories/documents';
import { openTasksIn } from '../../../repositories/tasks';
import { findWall } from '../../../repositories/walls';
import { checkComment, checkTaker, countsOf, moveTasks, tellGiver, tellTakers } from '../handing-on';
import { checkNotOwn, findSeatInReach } from '../reach';
import { passOn } from '../unit-hands';

type Input = ProcedureParsed<(typeof userContract)['assignUnits']>;
type Output = ProcedureOutput<(typeof userContract)['assignUnits']>;

const TASKS_AT_ONCE = 20;

/** Throws NOT_FOUND for a unit of another building, or out of reach. */
async function unitsOf(context: ChangeContext, { buildingId, unitIds }: Input): Promise<WallDocument[]> {
  const walls = await Promise.all([...new Set(unitIds)].map((id) => findWall(context.store, id)));
  return walls.map((wall) => {
    if (wall?.buildingId !== buildingId) throw new Problem('NOT_FOUND');
    context.permit(placeOfWall(wall));
    return wall;
  });
}

/** Throws NOT_FOUND for a seat out of reach, FORBIDDEN for the own one, WRONG_STATE for one that cannot walk these doors. */
async function takerOf(
  context: ChangeContext,
  toSeatId: string | undefined,
  units: readonly WallDocument[],
): Promise<AssignmentDocument | undefined> {
  if (toSeatId === undefined) return undefined;
  const taker = await findSeatInReach(context, toSeatId);
  checkNotOwn(context, [taker.userId]);
  if (taker.role !== 'GV') throw new Problem('WRONG_STATE', { sentence: '楼只能分给志愿网格员' });
  checkTaker(context, taker, [...new Set(units.map(({ communityId }) => communityId))]);
  return taker;
}

/**
 * Open tasks that go along with these units: all but what the community keeps to itself, and what a person was sent to by name
 * stays with that person unless the unit was theirs. Those of a former hand come first.
 */
async function tasksIn(
  context: ChangeContext,
  units: readonly WallDocument[],
  to: string,
): Promise<TaskDocument[]> {
  const formers = new Map(units.map(({ _id, assigneeId = '' }) => [_id, assigneeId]));
  const isFormers = ({ unitId, assigneeId }: TaskDocument): boolean => formers.get(unitId) === assigneeId;
  const open = await openTasksIn(context.store, [...formers.keys()]);
  const along = open.filter(
    (task) =>
      task.assigneeId !== to && task.kind !== 'decideDoor' && (task.kind !== 'hardDoor' || isFormers(task)),
  );
  return [...along.filter(isFormers), ...along.filter((task) => !isFormers(task))];
}

/** Gives units of a building to one volunteer, or takes them back; who had them, and who gets them, are told. */
export async function assignUnits(context: ChangeContext, input: Input): Promise<Output> {
  const asked = await unitsOf(context, input);
  const taker = await takerOf(context, input.toSeatId, asked);
  checkComment(input.comment);

  const units = asked.filter(({ assigneeId }) => assigneeId !== taker?.userId);
  const open = await tasksIn(context, asked, taker?.userId ?? '');
  // Given already, to the same person: nothing changes, and nobody hears it twice.
  if (units.length + open.length === 0) return { units: 0, tasks: 0, left: 0 };
  const formers = [...new Set(units.flatMap(({ assigneeId }) => assigneeId ?? []))];
  for (const wall of units) {
    context.write.patch('walls', wall._id, passOn(wall, { to: taker?.userId, today: context.today }));
  }
  const tasks = await moveTasks(context, { tasks: open.slice(0, TASKS_AT_ONCE), to: taker?.userId });
  const moved = { units, tasks, left: Math.max(0, open.length - TASKS_AT_ONCE) };

  await tellTakers(context, { taker, comment: input.comment }, moved);
  for (const userId of formers) {
    tellGiver(context, userId, { units: units.filter(({ assigneeId }) => assigneeId === userId), tasks: [] });
  }
  noteUnits(context, input, asked);
  return countsOf(moved);
}

function noteUnits(context: ChangeContext, input: Input, units: readonly WallDocument[]): void {
  const [first] = units;
  const { buildingId, toSeatId, comment } = input;
  const seats = toSeatId === undefined ? [] : [toSeatId];
  context.record({
    objects: [...units.map(({ _id }) => _id), ...seats],
    subjects: [],
    fields: ['assignee'],
    place: {
      buildingId,
      ...(first === undefined
        ? {}
        : { gridId: first.gridId, compoundId: first.compoundId, communityId: first.communityId }),
    },
    ...(comment === undefined ? {} : { reason: comment }),
  });
}
