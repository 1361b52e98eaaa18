/** What somebody has, units and open tasks, in the hands of somebody else: a handful a call, each read again before it moves. */
import { plateWords } from '@domain/area/plate';
import { dayWords } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { isInForce } from '@domain/identity/seat';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { ChangeContext } from '../../kernel/context';
import { increase } from '../../kernel/store';
import { buildingPlateOf } from '../../records/door-place';
import { walkersOfGrids } from '../../records/grid-walkers';
import { tell } from '../../records/messages';
import type { AssignmentDocument, TaskDocument, WallDocument } from '../../repositories/documents';
import { openTasksOf } from '../../repositories/tasks';
import { findWall } from '../../repositories/walls';
import { passOn } from './unit-hands';

const MOVED_AT_ONCE = 20;
const PLACES_LENGTH_MAX = 60;

export interface Moved {
  readonly units: readonly WallDocument[];
  readonly tasks: readonly TaskDocument[];
  readonly left: number;
}

/** Throws CONTENT_REJECTED. */
export function checkComment(comment: string | undefined): void {
  if (comment !== undefined && namesForbiddenKind(comment)) throw new Problem('CONTENT_REJECTED');
}

/** Somebody who may get what another has: in force, free to open a door, in that community. Throws WRONG_STATE. */
export function checkTaker(
  context: ChangeContext,
  taker: AssignmentDocument,
  communityIds: readonly string[],
): void {
  const isAble = isInForce(taker, context.today) && taker.duty !== 'collect';
  if (!isAble) throw new Problem('WRONG_STATE', { sentence: '对方的身份现在不能接，换一位' });
  if (!communityIds.every((id) => taker.communityIds?.includes(id) === true)) {
    throw new Problem('WRONG_STATE', { sentence: '对方不在这个社区，换一位' });
  }
}

/** Moves units of `from`, unless they have gone to another hand meanwhile. Without a taker they fall to whoever has the grid. */
async function moveUnits(
  context: ChangeContext,
  { units, from, to }: { units: readonly WallDocument[]; from: string; to: string | undefined },
): Promise<WallDocument[]> {
  const fresh = await Promise.all(units.map(({ _id }) => findWall(context.store, _id)));
  const moved = fresh.flatMap((wall) => (wall?.assigneeId === from ? [wall] : []));
  for (const wall of moved) {
    context.write.patch('walls', wall._id, passOn(wall, { to, today: context.today }));
  }
  return moved;
}

/** Moves open tasks that the query saw and nobody has touched since. */
export async function moveTasks(
  context: ChangeContext,
  { tasks, to }: { tasks: readonly TaskDocument[]; to: string | undefined },
): Promise<TaskDocument[]> {
  const fresh = await Promise.all(tasks.map(({ _id }) => context.store.find<TaskDocument>('tasks', _id)));
  const moved = fresh.flatMap((task, index) =>
    task?.state === 'open' && task.assigneeId === tasks[index]?.assigneeId ? [task] : [],
  );
  for (const { _id } of moved) {
    context.write.patch('tasks', _id, { assigneeId: to ?? '', version: increase(1) });
  }
  return moved;
}

export interface HandingOn {
  /** Units of the giver within the caller's reach. */
  readonly units: readonly WallDocument[];
  readonly from: string;
  readonly to: string | undefined;
}

/** Everything that one person has, as far as one call carries. */
export async function handOn(context: ChangeContext, { units, from, to }: HandingOn): Promise<Moved> {
  const communities = new Set(units.map(({ communityId }) => communityId));
  const open = await openTasksOf(context.store, from);
  const tasks = open.filter((task) => communities.has(task.communityId) || context.reaches(task));
  const moved = {
    units: await moveUnits(context, { units: units.slice(0, MOVED_AT_ONCE), from, to }),
    tasks: await moveTasks(context, { tasks: tasks.slice(0, MOVED_AT_ONCE), to }),
  };
  const left = Math.max(0, units.length - MOVED_AT_ONCE) + Math.max(0, tasks.length - MOVED_AT_ONCE);
  return { ...moved, left };
}

/** 苹果花园 3号楼 1单元、3单元 */
function placesInWords({ units, tasks }: Pick<Moved, 'units' | 'tasks'>): string {
  const buildings = new Map<string, string[]>();
  for (const { address, label } of [...units].sort((left, right) => left.order - right.order)) {
    const name = plateWords(buildingPlateOf(address));
    buildings.set(name, [...(buildings.get(name) ?? []), label]);
  }
  const words = [...buildings].map(([name, labels]) => `${name} ${labels.join('、')}`.trim());
  const plates = tasks.map(({ plate }) => plateWords(plate));
  return (words.length > 0 ? words : [...new Set(plates)]).join('；').slice(0, PLACES_LENGTH_MAX);
}

/** Whoever gets something new hears what and why. */
export function tellTaker(
  context: ChangeContext,
  { userId, comment = '' }: { readonly userId: string; readonly comment?: string | undefined },
  moved: Moved,
): void {
  const place = placesInWords(moved);
  if (moved.units.length > 0) {
    const values = { place, day: dayWords(context.today), ...(comment === '' ? {} : { note: comment }) };
    tell(context, { userId, kind: 'workAssigned', values });
  } else if (moved.tasks.length > 0) {
    const note = `${moved.tasks.length} 件事交给您`;
    tell(context, { userId, kind: 'taskGiven', values: { place, note } });
  }
}

/** Units without a taker fall to whoever walks their grid. */
async function tellWalkers(
  context: ChangeContext,
  comment: string | undefined,
  units: readonly WallDocument[],
): Promise<void> {
  if (units.length === 0) return;
  const walkers = await walkersOfGrids(context, [...new Set(units.map(({ gridId }) => gridId))]);
  const walks = ({ gridId }: WallDocument, userId: string): boolean =>
    walkers.get(gridId)?.includes(userId) === true;
  for (const userId of new Set([...walkers.values()].flat())) {
    const fallen = units.filter((wall) => walks(wall, userId));
    tellTaker(context, { userId, comment }, { units: fallen, tasks: [], left: 0 });
  }
}

/** Whoever has it from now on hears it: the one who was named, otherwise those to whom the units fall. */
export async function tellTakers(
  context: ChangeContext,
  {
    taker,
    comment,
  }: { readonly taker: AssignmentDocument | undefined; readonly comment?: string | undefined },
  moved: Moved,
): Promise<void> {
  if (taker === undefined) await tellWalkers(context, comment, moved.units);
  else tellTaker(context, { userId: taker.userId, comment }, moved);
}

/** Whoever had it hears that it is in other hands, and that nothing of theirs is lost. */
export function tellGiver(
  context: ChangeContext,
  userId: string,
  moved: Pick<Moved, 'units' | 'tasks'>,
): void {
  if (moved.units.length + moved.tasks.length === 0) return;
  const values = { place: placesInWords(moved), day: dayWords(context.today) };
  tell(context, { userId, kind: 'workMoved', values });
}

export function countsOf({ units, tasks, left }: Moved): { units: number; tasks: number; left: number } {
  return { units: units.length, tasks: tasks.length, left };
}
