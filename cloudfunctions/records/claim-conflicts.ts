/** What a merge keeps beside a household's shown answers until a person chooses (D45). */
import type { Claim } from '@domain/census/merge';
import type { ChangeContext } from '../kernel/context';
import type { HouseholdDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import { fileConflict } from './conflict-document';
import { stampOf } from './stamps';

export function keepConflict(context: ChangeContext, household: HouseholdDocument, claim: Claim): void {
  const { by: keptBy } = stampOf(household, claim.part);
  fileConflict(context, household, {
    _id: digestId('conflict', household._id, claim.part, claim.opId),
    field: claim.part,
    value: claim.value,
    keptBy: claim.by === keptBy ? context.caller.userId : keptBy,
    otherBy: claim.by,
    otherSource: claim.source,
    state: 'open',
    at: claim.at,
  });
}
