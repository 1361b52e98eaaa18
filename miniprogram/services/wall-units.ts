/** A wall as it comes from the cloud, turned into the façade that door-wall draws. */
import type { WallUnit } from '@domain/contract/census';
import { roomName, unitName } from '../messages/staff';

interface FacadeDoor {
  /** Place of the unit in the list and slot in the unit: shorter than a door's id, which `doorIdOfKey` gives back. */
  key: string;
  label: string;
  state: string;
  /** This phone still has something to hand in for the door. */
  waiting?: boolean;
}

interface FacadeFloor {
  key: string;
  label: string;
  doors: FacadeDoor[];
}

export interface FacadeUnit {
  key: string;
  label: string;
  floors: FacadeFloor[];
}

const NONE: ReadonlySet<string> = new Set();

type Door = WallUnit['doors'][number];

/** Doors come in walking order, top floor first, so that doors of one floor stand together. `unsent`: ids of doors. */
export function facadeOf(units: readonly WallUnit[], unsent: ReadonlySet<string> = NONE): FacadeUnit[] {
  return units.map((unit, index) => ({
    key: String(index),
    label: nameOfUnit(unit),
    floors: floorsOf(unit, index, unsent),
  }));
}

export function nameOfUnit({ label, doors }: WallUnit): string {
  return unitName(
    label,
    doors.map(({ room }) => room),
  );
}

export function doorIdOfKey(units: readonly WallUnit[], key: string): string {
  const [index, slot] = key.split('-');
  const unit = units[Number(index)];
  return unit === undefined ? '' : `${unit.id}-${slot ?? ''}`;
}

export function keyOfDoorId(units: readonly WallUnit[], doorId: string): string {
  const cut = doorId.lastIndexOf('-');
  const index = units.findIndex(({ id }) => id === doorId.slice(0, cut));
  return index < 0 ? '' : `${index}-${doorId.slice(cut + 1)}`;
}

export function doorAtKey(units: readonly WallUnit[], key: string): Door | undefined {
  const [index, slot] = key.split('-');
  return units[Number(index)]?.doors.find((door) => String(door.slot) === slot);
}

function floorsOf({ id, doors }: WallUnit, unit: number, unsent: ReadonlySet<string>): FacadeFloor[] {
  const floors = new Map<string, FacadeFloor>();
  for (const { slot, room, floor, state } of doors) {
    const row = floors.get(floor) ?? { key: floor, label: floor, doors: [] };
    const mark = unsent.has(`${id}-${slot}`) ? { waiting: true } : {};
    row.doors.push({ key: `${unit}-${slot}`, label: roomName(room), state, ...mark });
    floors.set(floor, row);
  }
  return [...floors.values()];
}
