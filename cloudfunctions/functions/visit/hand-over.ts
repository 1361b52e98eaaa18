/** What was recorded at a door that passed on to somebody else meanwhile: kept for the new owner, who decides, and nothing comes back. */
import { plateWords } from '@domain/area/plate';
import { Problem } from '@domain/kernel/problem';
import type { KnockRecord } from '@domain/contract/offline-record';
import type { ChangeContext } from '../../kernel/context';
import { addressOf, pathOf, plateOf, type DoorAtWall } from '../../records/door-place';
import { tell } from '../../records/messages';
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

/** Both learn of it: who has the door now, and who recorded it. */
export function tellBoth(context: ChangeContext, door: DoorAtWall): void {
  const values = { place: plateWords(plateOf(addressOf(door))) };
  const { assigneeId } = door.wall;
  if (assigneeId !== undefined) tell(context, { userId: assigneeId, kind: 'recordHandedOver', values });
  tell(context, { userId: context.caller.userId, kind: 'recordAccepted', values });
}

/** The knock is kept and moves nothing: it was not the caller's door any more. */
export function keepHandedKnock(
  context: ChangeContext,
  {
    door,
    record,
    time,
  }: { readonly door: DoorAtWall; readonly record: KnockRecord; readonly time: KnockTime },
): void {
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
  tellBoth(context, door);
  context.record({
    objects: [visit._id, doorId],
    subjects: [],
    fields: ['handedOver'],
    place: areaOfDoor(door),
  });
}
