/** What a wall and a slot say of one door: its address, its plate, its place on the map of permissions. */
import { buildingWords, plateLines } from '@domain/area/door-address';
import type { PlateLines } from '@domain/area/plate';
import type { AddressLevels } from '@domain/census/household';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import type { Path, WallDocument, WallSlot } from '../repositories/documents';
import { findWall } from '../repositories/walls';

export interface DoorAtWall {
  readonly doorId: string;
  readonly slot: number;
  readonly stored: WallSlot;
  readonly wall: WallDocument;
}

const DOOR_ID = /^([0-9a-z]{1,40})-(\d{1,4})$/;

/** Unit and slot of a door's id; undefined for any other text. */
export function splitDoorId(doorId: string): { unitId: string; slot: number } | undefined {
  const [, unitId, slot] = DOOR_ID.exec(doorId) ?? [];
  return unitId === undefined ? undefined : { unitId, slot: Number(slot) };
}

export function doorIdOf(unitId: string, slot: number | string): string {
  return `${unitId}-${slot}`;
}

/** Throws NOT_FOUND where the unit has no such door. */
export function doorAt(wall: WallDocument | undefined, doorId: string): DoorAtWall {
  const place = splitDoorId(doorId);
  // A door named beside another unit than its own is nobody's door: slots of all units have the same numbers.
  if (wall === undefined || place?.unitId !== wall._id) throw new Problem('NOT_FOUND');
  const stored = wall.slots[String(place.slot)];
  if (stored === undefined) throw new Problem('NOT_FOUND');
  return { doorId, slot: place.slot, stored, wall };
}

export function pathOf({ streetId, communityId, gridId, compoundId, buildingId, unitId }: Path): Path {
  return { streetId, communityId, gridId, compoundId, buildingId, unitId };
}

/** Where a unit and everything behind its doors stands, for the question whether somebody may: the volunteer who has it too. */
export function placeOfWall(wall: WallDocument): Path & { readonly assignedTo?: string } {
  const path = pathOf({ ...wall, unitId: wall._id });
  return wall.assigneeId === undefined ? path : { ...path, assignedTo: wall.assigneeId };
}

/**
 * The same for a document that is not the wall. Only a seat that works by tasks has its unit's wall looked up: where the unit is
 * handed on, everything behind its doors goes with it.
 */
export async function placeAtWall(
  { caller, store }: Pick<ChangeContext, 'caller' | 'store'>,
  document: Path,
): Promise<Path & { readonly assignedTo?: string }> {
  const wall = caller.cell.scope === 'T' ? await findWall(store, document.unitId) : undefined;
  return wall === undefined ? pathOf(document) : placeOfWall(wall);
}

export function addressOf({ wall, stored }: DoorAtWall): AddressLevels {
  return { ...wall.address, floor: stored.floor, room: stored.room };
}

export function plateOf({ compound, zone, building, unit, room }: AddressLevels): PlateLines {
  return plateLines(compound, { zone, building, unit, room });
}

/** The plate of a whole building: 苹果花园 over 3号楼. */
export function buildingPlateOf({
  compound,
  zone,
  building,
}: Pick<AddressLevels, 'compound' | 'zone' | 'building'>): PlateLines {
  return { compound: zone === '' ? compound : `${compound} ${zone}`, line: buildingWords(building) };
}
