/**
 * The frame of a building: every door there is, with or without people. Same description, same doors, same keys. A door's
 * slot is its place in the unit's wall for good: a removed door leaves its slot empty, an added one gets the next.
 */
import { doorKey, NO_UNIT, routeKey } from './door-address';
import type { BuildingSpec } from './building-spec';
import { readFloors, specProblems, type UnitSpec } from './frame-input';

export interface FrameDoor {
  slot: number;
  /** Room label as on the door: `502`, `S5`, `B12`. */
  label: string;
  floor: number;
  floorLabel: string;
  column: number;
  /** Code of the table `room-kind.json`. */
  roomKind: number;
  /** Canonical key within the compound: `3-2-502`. */
  key: string;
  routeKey: string;
}

export interface FrameRow {
  floor: number;
  floorLabel: string;
  doors: FrameDoor[];
}

/** A unit's wall: rows from the top floor down. `nextSlot` only grows. */
export interface FrameUnit {
  label: string;
  order: number;
  nextSlot: number;
  rows: FrameRow[];
}

export interface BuildingFrame {
  zone: string;
  building: string;
  order: number;
  units: FrameUnit[];
}

/** A door before it has a place in a wall. */
export interface DoorSpot {
  label: string;
  floor: number;
  floorLabel: string;
  roomKind: number;
}

export const ROOM_KIND = { dwelling: 1, shop: 2, storage: 3, dormitory: 5, bungalow: 7 } as const;
const BASEMENT_FLOOR = -1;

export type Drawing = { ok: true; frame: BuildingFrame } | { ok: false; problems: string[] };

/** Where the building stands in its compound: the zone, empty for none, and its position on the way. */
export interface BuildingPlace {
  zone?: string | undefined;
  order: number;
}

/** Draws the frame, or says in sentences why the description cannot be drawn. */
export function drawFrame(spec: BuildingSpec, { zone = '', order }: BuildingPlace): Drawing {
  const problems = specProblems(spec, zone);
  if (problems.length > 0) return { ok: false, problems };
  const units = spec.units.map((unit, index) => emptyUnit(unit.label, index + 1));
  const frame: BuildingFrame = { zone, building: spec.label, order, units };
  const twins = spec.units.flatMap((unit) => placeAll(frame, unit.label, dwellingSpots(spec, unit)));
  const extras = [...basementSpots(spec.basements), ...shopSpots(spec.shops)];
  if (extras.length > 0) twins.push(...placeAll(frame, NO_UNIT, extras));
  if (twins.length === 0) return { ok: true, frame };
  return { ok: false, problems: [`有房号重了：${twins.slice(0, 3).join('、')}，改一下房号样式或楼层名`] };
}

export function doorsOf(frame: BuildingFrame): FrameDoor[] {
  return frame.units.flatMap((unit) => unit.rows.flatMap((row) => row.doors));
}

/** The frame with one door more, at the end of its floor; undefined when the building already has that door. */
export function addDoor(frame: BuildingFrame, unitLabel: string, spot: DoorSpot): BuildingFrame | undefined {
  const next = copyOf(frame);
  return place(next, unitLabel, spot) ? next : undefined;
}

/** The frame without one door; its slot stays empty and is never given again. Undefined when there is no such door. */
export function removeDoor(frame: BuildingFrame, key: string): BuildingFrame | undefined {
  const next = copyOf(frame);
  const row = next.units
    .flatMap((unit) => unit.rows)
    .find(({ doors }) => doors.some((door) => door.key === key));
  if (row === undefined) return undefined;
  row.doors = row.doors.filter((door) => door.key !== key);
  next.units.forEach((unit) => {
    unit.rows = unit.rows.filter(({ doors }) => doors.length > 0);
  });
  return next;
}

function dwellingSpots(spec: BuildingSpec, unit: UnitSpec): DoorSpot[] {
  if (spec.kind === 'single') {
    return [{ label: '1', floor: 1, floorLabel: '1', roomKind: ROOM_KIND.dwelling }];
  }
  const isRow = spec.kind === 'row';
  const floors = isRow ? [1] : (readFloors(spec.floors) ?? []);
  const roomKind = isRow ? ROOM_KIND.bungalow : ROOM_KIND.dwelling;
  const standing = floors.filter((floor) => !spec.skipFloors.includes(floor));
  return standing.flatMap((floor) => {
    const floorLabel = spec.renamedFloors[String(floor)] ?? String(floor);
    return Array.from({ length: unit.roomsPerFloor }, (_, index) => ({
      label: roomLabel(unit, floorLabel, index + 1),
      floor,
      floorLabel,
      roomKind,
    }));
  });
}

function roomLabel({ label, pattern }: UnitSpec, floorLabel: string, number: number): string {
  return pattern
    .replace(/\{f\}/g, floorLabel)
    .replace(/\{u\}/g, label)
    .replace(/\{(n{1,3})\}/g, (_, digits: string) => String(number).padStart(digits.length, '0'));
}

function shopSpots(count: number): DoorSpot[] {
  return numbered(count).map((n) => ({
    label: `S${n}`,
    floor: 1,
    floorLabel: '1',
    roomKind: ROOM_KIND.shop,
  }));
}

function basementSpots(count: number): DoorSpot[] {
  const level = { floor: BASEMENT_FLOOR, floorLabel: '地下', roomKind: ROOM_KIND.storage };
  return numbered(count).map((n) => ({ label: `B${n}`, ...level }));
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function emptyUnit(label: string, order: number): FrameUnit {
  return { label, order, nextSlot: 0, rows: [] };
}

/** Places doors in their order; returns the labels that the unit already had. */
function placeAll(frame: BuildingFrame, unitLabel: string, spots: readonly DoorSpot[]): string[] {
  return spots.filter((spot) => !place(frame, unitLabel, spot)).map((spot) => spot.label);
}

/** Shops and basements belong to no staircase: where a building has units they stand in a wall of their own, the last. */
function place(frame: BuildingFrame, unitLabel: string, spot: DoorSpot): boolean {
  const { zone, building } = frame;
  const address = { building, unit: unitLabel, room: spot.label };
  const key = doorKey({ zone, ...address });
  const unit = unitOf(frame, unitLabel);
  if (unit.rows.some((row) => row.doors.some((door) => door.key === key))) return false;
  const row = rowOf(unit, spot);
  const column = (row.doors[row.doors.length - 1]?.column ?? -1) + 1;
  const route = { buildingOrder: frame.order, unitOrder: unit.order, floor: spot.floor, column };
  row.doors.push({ slot: unit.nextSlot, ...spot, column, key, routeKey: routeKey(route) });
  unit.nextSlot += 1;
  return true;
}

function unitOf(frame: BuildingFrame, label: string): FrameUnit {
  const found = frame.units.find((unit) => unit.label === label);
  if (found !== undefined) return found;
  const created = emptyUnit(label, frame.units.length + 1);
  frame.units.push(created);
  return created;
}

function rowOf(unit: FrameUnit, { floor, floorLabel }: DoorSpot): FrameRow {
  const found = unit.rows.find((row) => row.floor === floor);
  if (found !== undefined) return found;
  const created: FrameRow = { floor, floorLabel, doors: [] };
  unit.rows.push(created);
  unit.rows.sort((a, b) => b.floor - a.floor);
  return created;
}

function copyOf(frame: BuildingFrame): BuildingFrame {
  const units = frame.units.map((unit) => ({
    ...unit,
    rows: unit.rows.map((row) => ({ ...row, doors: [...row.doors] })),
  }));
  return { ...frame, units };
}
