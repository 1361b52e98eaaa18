import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import type { ConsentDocument } from '../../../repositories/documents';
import { findHousehold } from '../../../repositories/households';

type Input = ProcedureParsed<(typeof censusContract)['withdrawConsent']>;
type Output = ProcedureOutput<(typeof censusContract)['withdrawConsent']>;

/** Phones, plates, care wishes and what was found by them go at once; the rest is the community's to decide (D49). */
export async function withdrawConsent(context: ChangeContext, { householdId }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  if (household.withdrawn) throw new Problem('WRONG_STATE');

  context.write.patch('households', householdId, {
    version: household.version + 1,
    withdrawn: true,
    consent: { ...household.consent, withdrawnOn: context.today },
    phones: [],
    vehicles: [],
    sealedCare: undefined,
    sealedSuggestion: undefined,
    careCount: 0,
    contactOk: false,
    keys: household.keys.filter((key) => key.startsWith('n:')),
  });
  const withdrawal: ConsentDocument = {
    _id: context.idFor('withdrawal'),
    subject: householdId,
    householdId,
    purpose: 'census',
    noticeVersion: household.consent.noticeVersion,
    channel: 'self',
    guardian: false,
    at: context.now,
    withdrawnAt: context.now,
  };
  context.write.insert('consents', withdrawal);
  const { buildingId, gridId, compoundId, communityId } = household;
  context.record({
    objects: [householdId],
    subjects: [householdId],
    fields: ['phone', 'vehicles', 'care', 'suggestion', 'contactOk'],
    place: { buildingId, gridId, compoundId, communityId },
    countsMoved: true,
  });
  return { withdrawnOn: context.today };
}
