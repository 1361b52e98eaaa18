import { plateWords } from '@domain/area/plate';
import { seenByHead } from '@domain/census/door-state';
import { reminderHindrance, withReminder } from '@domain/inbox/reminder-limits';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import {
  addressOf,
  doorAt,
  placeOfWall,
  plateOf,
  splitDoorId,
  type DoorAtWall,
} from '../../../records/door-place';
import { tell } from '../../../records/messages';
import { householdsOfDoor } from '../../../repositories/households';
import { sentBackAtDoor } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof buildingContract)['remindDoor']>;
type Output = ProcedureOutput<(typeof buildingContract)['remindDoor']>;

/** Those who are still registered behind the door and have not said that they do not want to be. */
async function registeredAt({ store }: ChangeContext, { doorId, stored }: DoorAtWall): Promise<string[]> {
  if (stored.lastSeq === 0) return [];
  const households = await householdsOfDoor(store, doorId);
  const standing = households.filter(({ state, withdrawn }) => state !== 'closed' && !withdrawn);
  return standing.flatMap(({ accounts }) => accounts);
}

/** Those who filled in their own door and were asked to fill it in again. */
async function sentBackTo({ store }: ChangeContext, { doorId }: DoorAtWall): Promise<string[]> {
  const forms = await sentBackAtDoor(store, doorId);
  const own = forms.filter(({ proxy, isByStaff }) => proxy === undefined && isByStaff !== true);
  return own.filter(({ returnedFor }) => returnedFor === 'mismatch').map(({ submittedBy }) => submittedBy);
}

/** Accounts of those who may be reminded of this door. */
async function accountsAt(context: ChangeContext, door: DoorAtWall): Promise<Set<string>> {
  // They refused: from then on nothing reaches them, and the head is not told (D51).
  if (door.stored.state === 'refused') return new Set();
  return new Set([...(await registeredAt(context, door)), ...(await sentBackTo(context, door))]);
}

/** Throws WRONG_STATE: the door has answered, was reminded within a day or often enough, or it is night. */
async function checkMoment(context: ChangeContext, { stored }: DoorAtWall): Promise<string> {
  const state = seenByHead(stored.state);
  if (state !== 'missing') throw new Problem('WRONG_STATE', { state });
  const { opensOn } = await context.campaign();
  const question = { reminded: stored.reminded, isStopped: false, campaign: opensOn, now: context.now };
  const hindrance = reminderHindrance(question);
  if (hindrance !== undefined) {
    const since = stored.reminded?.at;
    const when = hindrance === 'tooSoon' && since !== undefined ? { since } : {};
    throw new Problem('WRONG_STATE', { hindrance, ...when });
  }
  return opensOn;
}

export async function remindDoor(context: ChangeContext, { doorId }: Input): Promise<Output> {
  const unit = splitDoorId(doorId);
  const door = doorAt(unit && (await findWall(context.store, unit.unitId)), doorId);
  context.permit(placeOfWall(door.wall));
  const campaign = await checkMoment(context, door);

  const values = { place: plateWords(plateOf(addressOf(door))) };
  for (const userId of await accountsAt(context, door)) {
    tell(context, { userId, kind: 'doorReminder', values, link: '/pages/census/entry/entry' });
  }
  const reminded = withReminder({ reminded: door.stored.reminded, campaign, now: context.now });
  context.write.patch('walls', door.wall._id, { [`slots.${door.slot}.reminded`]: reminded });
  const { buildingId, gridId, compoundId, communityId } = door.wall;
  context.record({
    objects: [doorId],
    subjects: [],
    fields: ['reminder'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { remindedAt: context.now };
}
