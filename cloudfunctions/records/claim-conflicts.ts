/** What stands beside a household's shown answers until a person chooses (D45), each value sealed to its place. */
import type { Claim } from '@domain/census/merge';
import type { ChangeContext } from '../kernel/context';
import type { ConflictDocument, HouseholdDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import type { Keyring } from '../vault/keys';
import { pathOf } from './door-place';
import { stampOf } from './stamps';

const COLLECTION = 'conflicts';

function placeOf(id: string): { collection: string; id: string; field: string } {
  return { collection: COLLECTION, id, field: 'other' };
}

export function keepConflict(context: ChangeContext, household: HouseholdDocument, claim: Claim): void {
  const _id = digestId('conflict', household._id, claim.part, claim.opId);
  const { by: keptBy } = stampOf(household, claim.part);
  const document: ConflictDocument = {
    _id,
    ...pathOf(household),
    householdId: household._id,
    field: claim.part,
    sealedOther: context.keyring.seal('sensitive', placeOf(_id), JSON.stringify(claim.value)),
    keptBy: claim.by === keptBy ? context.caller.userId : keptBy,
    otherBy: claim.by,
    otherSource: claim.source,
    state: 'open',
    at: claim.at,
  };
  context.write.insert(COLLECTION, document);
}

/** The value beside the shown one; null where an answer was taken back or a person left. */
export function openConflict(keyring: Keyring, { _id, sealedOther }: ConflictDocument): unknown {
  return JSON.parse(keyring.open(placeOf(_id), sealedOther)) as unknown;
}
