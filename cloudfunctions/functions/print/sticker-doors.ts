/** The doors of a building that get a sticker, on the way one walks. */
import { isDue } from '@domain/census/coverage';
import type { Plate } from '@domain/census/door';
import { addressOf, doorIdOf, plateOf } from '../../records/door-place';
import type { WallDocument } from '../../repositories/documents';

export interface StickerDoor {
  readonly id: string;
  readonly plate: Plate;
}

/** Homes that are counted; a shop or a door that turned out not to exist gets none. */
export function stickerDoors(walls: readonly WallDocument[]): StickerDoor[] {
  return walls
    .flatMap((wall) =>
      Object.entries(wall.slots)
        .filter(([, stored]) => isDue(stored))
        .map(([slot, stored]) => {
          const doorId = doorIdOf(wall._id, slot);
          const plate = plateOf(addressOf({ doorId, slot: Number(slot), stored, wall }));
          return { id: doorId, plate, routeKey: stored.routeKey };
        }),
    )
    .sort((left, right) => (left.routeKey < right.routeKey ? -1 : 1))
    .map(({ id, plate }) => ({ id, plate }));
}
