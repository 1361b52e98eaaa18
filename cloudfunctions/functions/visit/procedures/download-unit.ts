import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf, doorIdOf } from '../../../records/door-place';
import { rulesOf } from '../../../records/form-checks';
import type { HouseholdDocument, WallSlot } from '../../../repositories/documents';
import { householdsOfDoors } from '../../../repositories/households';
import { notesOfBuilding } from '../../../repositories/visits';
import { unitWithinReach } from '../door-of';
import { notesForUnit } from '../notes';
import { DOORS_MAX, doorsThatFit, inWalkingOrder, packDoor, sealKeyOf, usableUntil } from '../route-pack';

type Input = ProcedureParsed<(typeof visitContract)['downloadUnit']>;
type Output = ProcedureOutput<(typeof visitContract)['downloadUnit']>;

async function householdsBehind(
  context: ReadContext,
  unitId: string,
  doors: readonly (readonly [string, WallSlot])[],
): Promise<HouseholdDocument[]> {
  const taken = doors.filter(([, { lastSeq }]) => lastSeq > 0).map(([slot]) => doorIdOf(unitId, slot));
  return taken.length === 0 ? [] : householdsOfDoors(context.store, taken);
}

export async function downloadUnit(context: ReadContext, { unitId, fromSlot = 0 }: Input): Promise<Output> {
  const wall = await unitWithinReach(context, unitId);
  const { keyring, now, caller } = context;
  const campaign = await context.campaign();
  const viewer = { role: caller.role, keyring, rules: rulesOf(campaign, context.today) };
  const doors = inWalkingOrder(wall).slice(fromSlot, fromSlot + DOORS_MAX);
  const households = await householdsBehind(context, unitId, doors);
  const notes = await notesOfBuilding(context.store, wall.buildingId);
  const packed = doorsThatFit(
    doors.map((door) => {
      const behind = households.filter(({ doorId }) => doorId === doorIdOf(unitId, door[0]));
      return packDoor(wall, door, { households: behind, viewer });
    }),
  );
  const seen = packed.flatMap((door) => door.households.map(({ id }) => id));
  if (seen.length > 0) context.look({ subjects: [unitId, ...seen], fields: ['form'] });
  const nextSlot = fromSlot + packed.length;
  return {
    pack: keyring.signPack({ userId: caller.userId, unitId, packedAt: now }),
    packedAt: now,
    usableUntil: usableUntil(now),
    unit: { id: unitId, buildingId: wall.buildingId, gridId: wall.gridId, label: wall.label },
    plate: buildingPlateOf(wall.address),
    noticeVersion: campaign.noticeVersion,
    receipts: {
      key: keyring.receiptKey(wall.gridId).toString('base64url'),
      opensOn: campaign.opensOn,
      closesOn: campaign.closesOn,
    },
    sealKey: sealKeyOf(keyring),
    notes: notesForUnit(notes, unitId),
    doors: packed,
    ...(nextSlot < Object.keys(wall.slots).length ? { nextSlot } : {}),
  };
}
