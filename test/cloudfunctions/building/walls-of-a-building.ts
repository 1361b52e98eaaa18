/** Walls as a test wants them: doors in a state that people would take days to bring about. */
import type { WallDocument, WallSlot } from '../../../cloudfunctions/repositories/documents';
import type { Door, TestStreet } from '../fixture/street';

type Mend = (slot: WallSlot, doorId: string) => WallSlot;

/** Rewrites every slot of the street's walls. */
async function mendWalls(street: TestStreet, mend: Mend): Promise<void> {
  const walls = await street.all<WallDocument>('walls');
  const mended = walls.map((wall) => ({
    ...wall,
    slots: Object.fromEntries(
      Object.entries(wall.slots).map(([slot, stored]) => [slot, mend(stored, `${wall._id}-${slot}`)]),
    ),
  }));
  await street.replaceAll('walls', mended);
}

/** One door in another state. */
export function setDoor(street: TestStreet, { id }: Door, change: Partial<WallSlot>): Promise<void> {
  return mendWalls(street, (slot, doorId) => (doorId === id ? { ...slot, ...change } : slot));
}

/** Every door of a building but the first few has answered. */
export async function fillAllBut(street: TestStreet, buildingId: string, left: number): Promise<void> {
  const doors = street.doors().filter((door) => door.buildingId === buildingId);
  const open = new Set(doors.slice(0, left).map(({ id }) => id));
  const ours = new Set(doors.map(({ id }) => id));
  await mendWalls(street, (slot, doorId) => {
    if (!ours.has(doorId)) return slot;
    const isOpen = open.has(doorId);
    return { ...slot, state: isOpen ? 'missing' : 'filled', households: isOpen ? 0 : 1, waiting: 0 };
  });
}

/** The slot of a door as it stands. */
export async function slotOf(street: TestStreet, { unitId, slot }: Door): Promise<WallSlot | undefined> {
  return (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}
