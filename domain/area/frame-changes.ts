/** A second drawing of a building against the doors already stored: nothing with people behind it is ever removed. */
import { doorsOf, type BuildingFrame, type FrameDoor } from './frame';

export interface StoredDoor {
  key: string;
  unit: string;
  slot: number;
  hasHousehold: boolean;
}

export interface FrameChanges {
  /** Doors of the new drawing that are stored already, with the slot they keep. */
  kept: FrameDoor[];
  /** New doors, with the next free slot of their unit. */
  added: FrameDoor[];
  /** 「图纸上没有了」: stored, not drawn, and nobody registered there; a person may remove them. */
  removable: StoredDoor[];
  /** 「图纸上没有了」 as well, but a household lives in the record: listed, kept. */
  occupied: StoredDoor[];
}

/**
 * `nextSlots` is the first slot never used yet, per unit: slots of doors removed earlier must not come back, and the
 * stored doors alone do not remember them.
 */
export function compareFrames(
  stored: readonly StoredDoor[],
  drawn: BuildingFrame,
  nextSlots: Readonly<Record<string, number>>,
): FrameChanges {
  const byKey = new Map(stored.map((door) => [door.key, door]));
  const changes: FrameChanges = { kept: [], added: [], removable: [], occupied: [] };
  for (const unit of drawn.units) {
    let nextSlot = Math.max(nextSlots[unit.label] ?? 0, firstFreeSlot(stored, unit.label));
    for (const door of doorsOf({ ...drawn, units: [unit] }).sort((a, b) => a.slot - b.slot)) {
      const known = byKey.get(door.key);
      if (known !== undefined) changes.kept.push({ ...door, slot: known.slot });
      else changes.added.push({ ...door, slot: nextSlot++ });
    }
  }
  const drawnKeys = new Set(doorsOf(drawn).map((door) => door.key));
  for (const door of stored) {
    if (!drawnKeys.has(door.key)) (door.hasHousehold ? changes.occupied : changes.removable).push(door);
  }
  return changes;
}

function firstFreeSlot(stored: readonly StoredDoor[], unit: string): number {
  return stored.reduce((next, door) => (door.unit === unit ? Math.max(next, door.slot + 1) : next), 0);
}
