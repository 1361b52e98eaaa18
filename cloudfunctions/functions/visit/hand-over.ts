/** What was recorded at a door that passed on to somebody else meanwhile: kept for the new owner, who decides, and nothing comes back. */
import { plateWords } from '@domain/area/plate';
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { KnockRecord } from '@domain/contract/offline-record';
import { isAnswered, NEXT_DAYS_MAX } from '@domain/work/visit';
import type { ChangeContext } from '../../kernel/context';
import { addressOf, pathOf, plateOf, type DoorAtWall } from '../../records/door-place';
import { walkersOfGrids } from '../../records/grid-walkers';
import { tell } from '../../records/messages';
import { openTask } from '../../records/tasks';
import { areaOfDoor, type KnockTime } from '../../records/visits';
import { wallChange } from '../../records/wall-changes';
import type { VisitDocument } from '../../repositories/documents';
import { visitId } from '../../repositories/visits';
import { usableUntil } from './route-pack';

/** Throws NOT_FOUND unless the caller had the unit when the pack was made, EXPIRED after fourteen days. */
export function checkPack(context: ChangeContext, pack: string, unitId: string): void {
  const made = context.keyring.readPack(pack, context.caller.userId);
  if (made?.unitId !== unitId) throw new Problem('NOT_FOUND');
  if (context.now >= usableUntil(made.packedAt)) throw new Problem('EXPIRED');
}

/** Who has the door now: the volunteer who has its unit, otherwise whoever walks its grid. */
async function ownersOf(context: ChangeContext, { wall }: DoorAtWall): Promise<string[]> {
  if (wall.assigneeId !== undefined) return [wall.assigneeId];
  const walkers = await walkersOfGrids(context, [wall.gridId]);
  return walkers.get(wall.gridId) ?? [];
}

/** Both learn of it: who has the door now, and who recorded it. */
export async function tellBoth(context: ChangeContext, door: DoorAtWall): Promise<void> {
  const values = { place: plateWords(plateOf(addressOf(door))) };
  for (const userId of await ownersOf(context, door)) {
    if (userId !== context.caller.userId) tell(context, { userId, kind: 'recordHandedOver', values });
  }
  tell(context, { userId: context.caller.userId, kind: 'recordAccepted', values });
}

interface Handed {
  readonly door: DoorAtWall;
  readonly record: KnockRecord;
  readonly time: KnockTime;
}

/** Work for whoever has the door now, on the day that was agreed on where it is still to come. */
function openWork(context: ChangeContext, { door, record }: Handed, visit: VisitDocument): void {
  const { today } = context;
  const agreed = record.next?.on ?? '';
  const dueOn = agreed > today && agreed <= addDays(today, NEXT_DAYS_MAX) ? agreed : addDays(today, 1);
  openTask(context, { kind: 'handedOver', door, subjectId: visit._id, dueOn });
}

/**
 * The knock is kept and moves nothing: it was not the caller's door any more. Where nobody has answered meanwhile, who has the door
 * now is to see to it.
 */
export async function keepHandedKnock(context: ChangeContext, handed: Handed): Promise<void> {
  const { door, record, time } = handed;
  const { doorId, slot, stored, wall } = door;
  const count = (stored.visit?.count ?? 0) + 1;
  const visit: VisitDocument = {
    _id: visitId(doorId, count),
    version: 1,
    ...pathOf({ ...wall, unitId: wall._id }),
    doorId,
    number: count,
    state: 'done',
    result: record.result,
    signs: record.signs ?? [],
    slipLeft: record.slipLeft ?? false,
    at: time.at,
    isSkewed: time.isSkewed,
    by: context.caller.userId,
  };
  context.write.insert('visits', visit);
  const after = { ...stored, visit: { state: 'done' as const, ...stored.visit, count } };
  context.write.patch('walls', wall._id, wallChange([{ slot, after }]));
  if (!isAnswered(stored)) openWork(context, handed, visit);
  await tellBoth(context, door);
  context.record({
    objects: [visit._id, doorId],
    subjects: [],
    fields: ['handedOver'],
    place: areaOfDoor(door),
  });
}
