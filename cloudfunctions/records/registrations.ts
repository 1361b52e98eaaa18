/** Links of registered residence between doors: each is dated, and the count of the door it leads to follows in the same change. */
import type { ChangeContext } from '../kernel/context';
import type { HouseholdDocument, ResidenceDocument, StoredMember } from '../repositories/documents';
import { findWall } from '../repositories/walls';
import { addressOf, doorAt, pathOf, plateOf, splitDoorId, type DoorAtWall } from './door-place';
import { wallChange, withLinkedRegistration } from './wall-changes';

/** The registrations linked to one door become more, or fewer. */
async function countAt(context: ChangeContext, doorId: string, by: number): Promise<void> {
  const unitId = splitDoorId(doorId)?.unitId ?? '';
  const door = doorAt(await findWall(context.store, unitId), doorId);
  const after = withLinkedRegistration(door.stored, by);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.movesBoardOf(door.wall.compoundId);
}

/** Ends the links of some members today. */
export async function endRegistrations(
  context: ChangeContext,
  members: readonly StoredMember[],
): Promise<void> {
  const fewer = new Map<string, number>();
  for (const { registration } of members) {
    if (registration === undefined) continue;
    const link = await context.store.find<ResidenceDocument>('residences', registration.residenceId);
    if (link?.state !== 'current') continue;
    const change = { state: 'ended', to: context.today, version: link.version + 1 };
    context.write.patch('residences', link._id, change);
    fewer.set(link.doorId, (fewer.get(link.doorId) ?? 0) - 1);
  }
  for (const [doorId, by] of fewer) await countAt(context, doorId, by);
}

/** Members whose link a correction has ended: they are no longer listed, or are now registered where they live. */
export function membersUnlinked(
  former: readonly StoredMember[],
  corrected: readonly StoredMember[],
): StoredMember[] {
  return former.filter(({ key, registration }) => {
    if (registration === undefined) return false;
    return corrected.find((member) => member.key === key)?.registration === undefined;
  });
}

/** Links a member's registration to another door from today on; answers what the member then carries. */
export function linkRegistration(
  context: ChangeContext,
  { household, member }: { readonly household: HouseholdDocument; readonly member: StoredMember },
  door: DoorAtWall,
): NonNullable<StoredMember['registration']> {
  const residence: ResidenceDocument = {
    _id: context.idFor('residence'),
    version: 1,
    ...pathOf({ ...door.wall, unitId: door.wall._id }),
    householdId: household._id,
    memberKey: member.key,
    doorId: door.doorId,
    plate: plateOf(addressOf(door)),
    name: member.name ?? '',
    state: 'current',
    from: context.today,
  };
  context.write.insert('residences', residence);
  return { residenceId: residence._id, doorId: door.doorId };
}
