/** What a worker takes along of one unit: every door with what is known of it, masked as on the screen. */
import { base64url } from '@domain/kernel/bytes';
import type { PackDoor } from '@domain/contract/visit';
import { recordKeyOf } from '@domain/work/sealed-record';
import { isAnswered } from '@domain/work/visit';
import { doorIdOf } from '../../records/door-place';
import { viewHousehold, type Viewer } from '../../records/form-views';
import { knockedDoor } from '../../records/visits';
import type { HouseholdDocument, WallDocument, WallSlot } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

/** An answer stays well below sixty-four kilobytes with everything that stands beside the doors. */
const DOORS_BYTES_MAX = 48 * 1024;
/** Doors whose households are read at once. */
export const DOORS_MAX = 48;
const DAY_MS = 86_400_000;
/** A record made from a pack is taken for so long, whoever has the door by then. */
const PACK_DAYS = 14;

export function usableUntil(packedAt: number): number {
  return packedAt + PACK_DAYS * DAY_MS;
}

/** Doors in walking order, with the number of each in the unit. */
export function inWalkingOrder({ slots }: WallDocument): [string, WallSlot][] {
  return Object.entries(slots).sort(([, left], [, right]) => (left.routeKey < right.routeKey ? -1 : 1));
}

export function packDoor(
  { _id: unitId }: WallDocument,
  [slot, stored]: readonly [string, WallSlot],
  { households, viewer }: { readonly households: readonly HouseholdDocument[]; readonly viewer: Viewer },
): PackDoor {
  const { room, floor, state, waiting, attempts = 0, triedOn, visit } = stored;
  const { result, next, signs = [] } = visit ?? {};
  return {
    id: doorIdOf(unitId, slot),
    slot: Number(slot),
    room,
    floor,
    state,
    waiting,
    answered: isAnswered(knockedDoor(stored)),
    attempts,
    signs: [...signs],
    ...(result === undefined ? {} : { result }),
    ...(triedOn === undefined ? {} : { triedOn }),
    ...(next === undefined ? {} : { next }),
    households: households.map((household) => viewHousehold(household, viewer)),
    countedElsewhere: households.flatMap(({ countedElsewhere = [] }) => countedElsewhere),
  };
}

/** As many doors as fit, at least one. */
export function doorsThatFit(doors: readonly PackDoor[]): PackDoor[] {
  let bytes = 0;
  return doors.filter((door, index) => {
    bytes += Buffer.byteLength(JSON.stringify(door));
    return index === 0 || bytes <= DOORS_BYTES_MAX;
  });
}

const sealKeys = new WeakMap<Keyring, string>();

/** The public key to which phones seal; worked out once for as long as the keys live. */
export function sealKeyOf(keyring: Keyring): string {
  const known = sealKeys.get(keyring);
  if (known !== undefined) return known;
  const key = base64url(recordKeyOf(keyring.recordSecret()));
  sealKeys.set(keyring, key);
  return key;
}
