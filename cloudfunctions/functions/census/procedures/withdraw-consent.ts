import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { endTask, taskId } from '../../../records/tasks';
import type { ConsentDocument, HouseholdDocument, StoredMember } from '../../../repositories/documents';
import { conflictsOf, findHousehold } from '../../../repositories/households';
import { eventsAbout } from '../../../repositories/trail';

type Input = ProcedureParsed<(typeof censusContract)['withdrawConsent']>;
type Output = ProcedureOutput<(typeof censusContract)['withdrawConsent']>;

/** A transaction holds a hundred operations; the newest changes and disputes of a household go with the consent. */
const ERASED_MAX = 60;

const NUMBERS: readonly string[] = ['sealedIdNumber', 'sealedIdLast4', 'sealedBirthMonth'];

function withoutNumbers(member: StoredMember): StoredMember {
  const kept = Object.entries(member).filter(([field]) => !NUMBERS.includes(field));
  return Object.fromEntries(kept) as unknown as StoredMember;
}

/** Former values and stored answers of what changed the household, and the other values of its disputes with the work on them. */
async function eraseHistory(
  context: ChangeContext,
  { _id: householdId, doorId }: HouseholdDocument,
): Promise<void> {
  const events = await eventsAbout(context.store, householdId);
  const disputes = await conflictsOf(context.store, householdId);
  const telling = events.filter(({ sealedDiff, answer }) => sealedDiff !== undefined || answer !== undefined);
  for (const { _id } of disputes.slice(0, ERASED_MAX)) context.write.remove('conflicts', _id);
  if (disputes.length > 0) await endTask(context, taskId('conflict', doorId, householdId), 'void');
  for (const { _id } of telling.slice(0, Math.max(0, ERASED_MAX - disputes.length))) {
    context.write.patch('events', _id, { sealedDiff: undefined, answer: undefined });
  }
}

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
    sealedReasons: undefined,
    sealedNote: undefined,
    volunteer: undefined,
    tenancy: undefined,
    members: household.members.map(withoutNumbers),
    careCount: 0,
    contactOk: false,
    keys: [],
  });
  await eraseHistory(context, household);
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
