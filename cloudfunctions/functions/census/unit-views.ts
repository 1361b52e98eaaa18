import { countDoors } from '@domain/census/coverage';
import { seenByHead } from '@domain/census/door-state';
import type { DoorCounts } from '@domain/census/door';
import type { WallUnit } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import { wantsALook } from '../../records/doubts';
import type { WallDocument, WallSlot } from '../../repositories/documents';

/** A refusal and what waits are the worker's knowledge; to a building head a refusal reads as not filled (D51). */
function seenBy(role: Role, slot: WallSlot): WallSlot {
  if (role !== 'BH') return { ...slot, flagged: wantsALook(slot) };
  return { ...slot, state: seenByHead(slot.state), waiting: 0, flagged: false, inPerson: 0 };
}

function inWalkingOrder(left: readonly [string, WallSlot], right: readonly [string, WallSlot]): number {
  return left[1].routeKey < right[1].routeKey ? -1 : 1;
}

export function viewUnit(wall: WallDocument, role: Role): WallUnit {
  const slots = Object.entries(wall.slots).sort(inWalkingOrder);
  return {
    id: wall._id,
    label: wall.label,
    doors: slots.map(([slot, stored]) => {
      const { room, floor, state, waiting, flagged, inPerson = 0 } = seenBy(role, stored);
      const door = { slot: Number(slot), room, floor, state, waiting, flagged };
      return inPerson === 0 ? door : { ...door, inPerson: true };
    }),
  };
}

export function countsOf(walls: readonly WallDocument[]): DoorCounts {
  return countDoors(walls.flatMap((wall) => Object.values(wall.slots)));
}

export function flaggedIn(walls: readonly WallDocument[], role: Role): number {
  if (role === 'BH') return 0;
  return walls.flatMap((wall) => Object.values(wall.slots)).filter(wantsALook).length;
}
