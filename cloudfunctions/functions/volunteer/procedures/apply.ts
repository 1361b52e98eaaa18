import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { allowed, Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextVolunteerState } from '@domain/volunteer/volunteer-state';
import type { ChangeContext } from '../../../kernel/context';
import { ownProfile } from '../../../records/census-gateway';
import { sealGuardian, sealVolunteer } from '../../../records/sealed-volunteer';
import type { ConsentDocument, VolunteerDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';
import { placesIn } from '../near-compounds';
import { nameIn, personIn } from '../person-in';

type Input = ProcedureParsed<(typeof volunteerContract)['apply']>;
type Output = ProcedureOutput<(typeof volunteerContract)['apply']>;

/** Throws CONSENT_REQUIRED where a minor's parent or guardian has not agreed, VALIDATION where they are not named. */
function guardianIn(context: ChangeContext, input: Input, isAdult: boolean): Partial<VolunteerDocument> {
  if (isAdult) return {};
  const { guardianName = '' } = input;
  if (guardianName.trim() === '') throw new Problem('CONSENT_REQUIRED', { field: 'guardianName' });
  const sealedName = sealGuardian(
    context.keyring,
    context.caller.userId,
    nameIn(guardianName, 'guardianName'),
  );
  return { guardianConsent: { sealedName, on: context.today } };
}

function consentOf(
  context: ChangeContext,
  input: Input,
  { householdId, guardian }: { readonly householdId: string; readonly guardian: boolean },
): ConsentDocument {
  return {
    _id: context.idFor('consent'),
    subject: context.caller.userId,
    householdId,
    purpose: 'volunteer',
    noticeVersion: input.consent.noticeVersion,
    channel: 'self',
    guardian,
    at: context.now,
  };
}

type Kept = Pick<VolunteerDocument, 'version' | 'failures' | 'state' | 'openWishes' | 'claimsFrom'>;

/**
 * What stays of an earlier offer: whoever comes back has in hand what they had, and rests as long. Throws WRONG_STATE for who is a
 * volunteer already.
 */
function afterFormer(former: VolunteerDocument | undefined): Kept {
  const { state, version, failures } = former ?? ({ state: 'none', version: 0, failures: 0 } as const);
  const next = allowed(nextVolunteerState(state, 'apply'), state);
  return {
    version: version + 1,
    failures,
    state: next,
    ...(former?.openWishes === undefined ? {} : { openWishes: former.openWishes }),
    ...(former?.claimsFrom === undefined ? {} : { claimsFrom: former.claimsFrom }),
  };
}

/** An offer of help; the community looks at it before it gives a seat. */
export async function apply(context: ChangeContext, input: Input): Promise<Output> {
  const { userId: _id } = context.caller;
  context.permit({ about: [_id] });
  const [profile, former] = await Promise.all([ownProfile(context), findVolunteer(context.store, _id)]);
  const { isAdult, ...person } = personIn(context, input, profile);
  const guardian = guardianIn(context, input, isAdult);
  if (!input.consent.given) throw new Problem('CONSENT_REQUIRED');
  const kept = afterFormer(former);

  const { householdId, communityId, streetId, compoundId } = profile.home;
  const places = await placesIn(context, profile.home, input.compoundIds ?? []);
  const volunteer: VolunteerDocument = {
    _id,
    ...kept,
    communityId,
    streetId,
    compoundId,
    householdId,
    isAdult,
    ...guardian,
    ...sealVolunteer(context.keyring, _id, { ...person, isAdult }),
    isReused: input.person.from === 'registration',
    skills: input.skills,
    times: input.times,
    places,
    allowsHonour: false,
    honour: 'no',
    seatId: '',
    at: context.now,
  };
  context.write.replace('volunteers', volunteer);
  context.write.insert('consents', consentOf(context, input, { householdId, guardian: !isAdult }));
  context.record({
    objects: [_id],
    subjects: [householdId],
    fields: [kept.state, volunteer.isReused ? 'registration' : 'own'],
    place: { communityId, compoundId },
  });
  return { state: kept.state };
}
