/** Which members of two households are of one person. */
import { isSamePerson, type Links } from '@domain/register/same-person';
import type { Reader } from '../../kernel/store';
import { traitsOf } from '../../records/person-traits';
import type { DuplicateSide, HouseholdDocument, StoredMember } from '../../repositories/documents';
import { duplicateId } from '../../repositories/duplicates';
import { householdsWithKey } from '../../repositories/households';
import type { Keyring } from '../../vault/keys';

/** Two records of one person, the earlier one first. */
export interface FoundPair {
  readonly id: string;
  readonly sides: readonly [DuplicateSide, DuplicateSide];
  readonly left: Links;
  readonly right: Links;
  readonly streetId: string;
}

/** Households that share a phone, a whole identity number or a name with its last four with this one, and have not ended. */
export async function candidatesOf(
  reader: Reader,
  household: HouseholdDocument,
): Promise<HouseholdDocument[]> {
  const keys = household.keys.filter((key) => /^[pdt]:/.test(key));
  const found = new Map<string, HouseholdDocument>();
  for (const key of keys) {
    for (const other of await householdsWithKey(reader, key)) found.set(other._id, other);
  }
  found.delete(household._id);
  return [...found.values()].filter(({ state, withdrawn }) => state !== 'closed' && !withdrawn);
}

function sideOf(
  { _id, doorId, gridId, communityId }: HouseholdDocument,
  { key }: StoredMember,
): DuplicateSide {
  return { householdId: _id, memberKey: key, doorId, gridId, communityId };
}

/** A registration that is linked to another door counts there. */
function linksOf({ livesHere, hukouHere, registration }: StoredMember): Links {
  return { livesHere, hukouHere: hukouHere || registration !== undefined };
}

export function pairsBetween(
  keyring: Keyring,
  earlier: HouseholdDocument,
  later: HouseholdDocument,
): FoundPair[] {
  return earlier.members.flatMap((left) => {
    const leftTraits = traitsOf(keyring, earlier, left);
    return later.members
      .filter((right) => isSamePerson(leftTraits, traitsOf(keyring, later, right)))
      .map((right): FoundPair => {
        const sides = [sideOf(earlier, left), sideOf(later, right)] as const;
        return {
          id: duplicateId(...sides),
          sides,
          left: linksOf(left),
          right: linksOf(right),
          streetId: later.streetId,
        };
      });
  });
}
