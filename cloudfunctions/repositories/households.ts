import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { HouseholdDocument } from './documents';

const NAME = 'households';
const BEHIND_ONE_DOOR_MAX = 20;
const EXPORT_PAGE = 1000;

/** The household that got this number behind this door; numbers are given in order and never again. */
export function householdId(doorId: string, seq: number): string {
  return digestId('household', doorId, String(seq));
}

export function findHousehold(reader: Reader, id: string): Promise<HouseholdDocument | undefined> {
  return reader.find<HouseholdDocument>(NAME, id);
}

/** Households behind a door in order. Index door_seq. */
export function householdsOfDoor(reader: Reader, doorId: string): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, {
    where: { doorId },
    order: [['seq', 'asc']],
    limit: BEHIND_ONE_DOOR_MAX,
  });
}

/** The next households of a compound in walking order, after a route key. Index compound_route. */
export function householdsOfCompound(
  reader: Reader,
  compoundId: string,
  after: string,
): Promise<HouseholdDocument[]> {
  return reader.search<HouseholdDocument>(NAME, {
    where: { compoundId, routeKey: { gt: after } },
    order: [['routeKey', 'asc']],
    limit: EXPORT_PAGE,
  });
}
