import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, ReadContext } from '../../kernel/context';
import { doorAt, placeOfWall, splitDoorId, type DoorAtWall } from '../../records/door-place';
import type { WallDocument } from '../../repositories/documents';
import { findWall } from '../../repositories/walls';

type Context = Pick<ReadContext | ChangeContext, 'store' | 'permit'>;

/** A door wherever it stands; whether the caller may is asked by who needs to know. Throws NOT_FOUND. */
export async function findDoor({ store }: Pick<Context, 'store'>, doorId: string): Promise<DoorAtWall> {
  const unit = splitDoorId(doorId);
  if (unit === undefined) throw new Problem('NOT_FOUND');
  return doorAt(await findWall(store, unit.unitId), doorId);
}

/** A door within the caller's reach. Throws NOT_FOUND. */
export async function doorWithinReach(context: Context, doorId: string): Promise<DoorAtWall> {
  const door = await findDoor(context, doorId);
  context.permit(placeOfWall(door.wall));
  return door;
}

/** A unit within the caller's reach. Throws NOT_FOUND. */
export async function unitWithinReach(context: Context, unitId: string): Promise<WallDocument> {
  const wall = await findWall(context.store, unitId);
  if (wall === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfWall(wall));
  return wall;
}

/** Nothing is recorded at doors once the campaign is over. Throws PURPOSE_CLOSED. */
export async function checkOpen(context: Pick<ChangeContext, 'campaign'>): Promise<void> {
  const { isOpen } = await context.campaign();
  if (!isOpen) throw new Problem('PURPOSE_CLOSED');
}
