import { doorKey, isLabel, routeKey } from '@domain/area/door-address';
import { ROOM_KIND } from '@domain/area/frame';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import { doorAt, doorIdOf, pathOf } from '../../../records/door-place';
import { endTask, taskId } from '../../../records/tasks';
import type { DoorDocument, WallDocument, WallSlot } from '../../../repositories/documents';
import { doorByKey, findBuilding } from '../../../repositories/frame';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof areaContract)['editDoor']>;
type Output = ProcedureOutput<(typeof areaContract)['editDoor']>;
type Addition = Extract<Input['edit'], { act: 'add' }>;

/** Work at a door, by the door alone. What is about a household or a form keeps its door from going. */
const WORK_AT_DOOR = ['revisit', 'verifyDoor', 'decideDoor', 'hardDoor'] as const;

/** Only a door that nobody stands behind can go, and that no form waits at; its number is never given again, and nobody is sent there. */
async function removeDoor(context: ChangeContext, wall: WallDocument, doorId: string): Promise<string> {
  const { slot, stored } = doorAt(wall, doorId);
  if (stored.households > 0 || stored.lastSeq > 0 || stored.waiting > 0) throw new Problem('WRONG_STATE');
  context.write.patch('walls', wall._id, { [`slots.${slot}`]: undefined, version: increase(1) });
  context.write.remove('doors', doorId);
  for (const kind of WORK_AT_DOOR) await endTask(context, taskId(kind, doorId), 'void');
  return doorId;
}

function floorLabelOf(floor: number): string {
  return floor < 0 ? '地下' : String(floor);
}

const ROOM_SENTENCE = '门牌号里不要有空格、横线和斜线。';

/** The key of a new door. Throws VALIDATION for a room that no key can hold, WRONG_STATE where the key is another door's. */
async function newKey(context: ChangeContext, wall: WallDocument, room: string): Promise<string> {
  if (!isLabel(room)) throw new Problem('VALIDATION', { field: 'room', sentence: ROOM_SENTENCE });
  const { zone, building, unit } = wall.address;
  const key = doorKey({ zone, building, unit, room });
  const isTaken = (await doorByKey(context.store, { compoundId: wall.compoundId, key })) !== undefined;
  if (isTaken || Object.values(wall.slots).some((slot) => slot.room === room)) {
    throw new Problem('WRONG_STATE', { field: 'room' });
  }
  return key;
}

async function addDoor(
  context: ChangeContext,
  wall: WallDocument,
  { room, floor }: Addition,
): Promise<string> {
  const building = await findBuilding(context.store, wall.buildingId);
  const sameFloor = Object.values(wall.slots).filter((slot) => slot.floor === floorLabelOf(floor));
  if (building === undefined) throw new Problem('WRONG_STATE', { field: 'room' });
  const key = await newKey(context, wall, room);
  const slot = wall.nextSlot;
  const stored: WallSlot = {
    room,
    floor: floorLabelOf(floor),
    roomKind: ROOM_KIND.dwelling,
    state: 'missing',
    waiting: 0,
    flagged: false,
    households: 0,
    lastSeq: 0,
    people: 0,
    residents: 0,
    registered: 0,
    // Behind the last door of its floor; a number of its own keeps it apart from one removed there before.
    routeKey: routeKey(
      { buildingOrder: building.order, unitOrder: wall.order, floor, column: sameFloor.length },
      String(slot),
    ),
  };
  const door: DoorDocument = {
    _id: doorIdOf(wall._id, slot),
    ...pathOf({ ...wall, unitId: wall._id }),
    slot,
    key,
    room,
    floor: stored.floor,
    roomKind: stored.roomKind,
    routeKey: stored.routeKey,
  };
  context.write.patch('walls', wall._id, {
    [`slots.${slot}`]: stored,
    nextSlot: slot + 1,
    version: increase(1),
  });
  context.write.insert('doors', door);
  return door._id;
}

export async function editDoor(context: ChangeContext, { unitId, edit }: Input): Promise<Output> {
  const wall = await findWall(context.store, unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf({ ...wall, unitId }));
  const before = Object.keys(wall.slots).length;
  const doorId =
    edit.act === 'remove' ? await removeDoor(context, wall, edit.doorId) : await addDoor(context, wall, edit);
  const { buildingId, gridId, compoundId, communityId } = wall;
  context.record({
    objects: [doorId],
    subjects: [],
    fields: [edit.act],
    place: { buildingId, gridId, compoundId, communityId },
    countsMoved: true,
  });
  return { doorId, doors: before + (edit.act === 'add' ? 1 : -1) };
}
