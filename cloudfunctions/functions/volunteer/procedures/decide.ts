import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { addDays } from '@domain/kernel/calendar';
import { allowed, Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { SEAT_DAYS_MAX } from '@domain/identity/seat';
import { nextVolunteerState } from '@domain/volunteer/volunteer-state';
import type { ChangeContext } from '../../../kernel/context';
import type { Change } from '../../../kernel/store';
import { accountsOf } from '../../../records/census-gateway';
import { tell } from '../../../records/messages';
import { sealReason, withoutPhone } from '../../../records/sealed-volunteer';
import type { AssignmentDocument, VolunteerDocument } from '../../../repositories/documents';
import { findArea } from '../../../repositories/frame';
import { findVolunteer } from '../../../repositories/volunteers';
import { leaveOwnTeams } from '../leave-teams';
import { OWN_WORDS, VOLUNTEER_PAGE } from '../volunteer-words';

type Input = ProcedureParsed<(typeof volunteerContract)['decide']>;
type Output = ProcedureOutput<(typeof volunteerContract)['decide']>;

const REASON_LENGTH_MIN = 4;

/** What the volunteer is told of the community's later words. */
const NOTES = {
  pause: '社区请您先停一停，点开看原因',
  resume: '可以接着做志愿者了',
  end: '志愿者的身份到这里结束了，谢谢您帮过的忙',
} as const;

type Verdict = Input['verdict'];

/** Nobody decides about themselves or the own household. Throws FORBIDDEN. */
async function checkNotOwn({ caller, store }: ChangeContext, volunteer: VolunteerDocument): Promise<void> {
  const { _id, householdId } = volunteer;
  const own = householdId === undefined ? [_id] : [_id, ...(await accountsOf(store, householdId))];
  if (own.includes(caller.userId)) throw new Problem('FORBIDDEN', { sentence: OWN_WORDS.decide });
}

/** A volunteer's seat: in force at once, and of use once the pledge is signed. */
function seatFor(
  context: ChangeContext,
  { _id, communityId, streetId }: VolunteerDocument,
  label: string,
): AssignmentDocument {
  return {
    _id: context.idFor('seat'),
    version: 1,
    userId: _id,
    role: 'VO',
    label,
    state: 'active',
    startsOn: context.today,
    endsOn: addDays(context.today, SEAT_DAYS_MAX),
    scope: { communityIds: [communityId] },
    streetId,
    communityIds: [communityId],
    pledgeSigned: false,
    deviceBound: true,
  };
}

/** Gives the seat and answers its id. */
async function approve(context: ChangeContext, volunteer: VolunteerDocument): Promise<string> {
  const community = await findArea(context.store, volunteer.communityId);
  const seat = seatFor(context, volunteer, community?.name ?? '');
  context.write.insert('assignments', seat);
  tell(context, {
    userId: volunteer._id,
    kind: 'volunteerApproved',
    values: { place: seat.label },
    link: VOLUNTEER_PAGE,
  });
  return seat._id;
}

/** What the volunteer reads as the reason. Throws REASON_REQUIRED. */
function reasonIn({ keyring }: ChangeContext, { _id }: VolunteerDocument, reason = ''): string {
  if (reason.trim().length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  return sealReason(keyring, _id, reason.trim());
}

function sendBack(context: ChangeContext, volunteer: VolunteerDocument, reason: string | undefined) {
  const sealedReason = reasonIn(context, volunteer, reason);
  const values = { place: '' };
  tell(context, { userId: volunteer._id, kind: 'volunteerReturned', values, link: VOLUNTEER_PAGE });
  return { sealedReason };
}

/** A pause, its end, or the end of it all. The reason that stays marks a pause that the volunteer cannot end. */
async function move(
  context: ChangeContext,
  volunteer: VolunteerDocument,
  { verdict, reason }: { readonly verdict: keyof typeof NOTES; readonly reason: string | undefined },
): Promise<Change> {
  const isBack = verdict === 'resume';
  const sealedReason = isBack ? undefined : reasonIn(context, volunteer, reason);
  const community = await findArea(context.store, volunteer.communityId);
  const values = { place: community?.name ?? '', note: NOTES[verdict] };
  tell(context, { userId: volunteer._id, kind: 'volunteerMoved', values, link: VOLUNTEER_PAGE });
  if (verdict === 'end' && volunteer.seatId !== '') {
    context.write.patch('assignments', volunteer.seatId, { state: 'ended', endsOn: context.today });
  }
  const phone = verdict === 'end' ? withoutPhone(context.keyring, volunteer) : {};
  return { ...phone, sealedReason, honour: isBack && volunteer.allowsHonour ? 'yes' : 'no' };
}

async function outcomeOf(
  context: ChangeContext,
  volunteer: VolunteerDocument,
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string | undefined },
): Promise<Change> {
  if (verdict === 'return') return sendBack(context, volunteer, reason);
  if (verdict !== 'approve') return move(context, volunteer, { verdict, reason });
  return { seatId: await approve(context, volunteer), sealedReason: undefined };
}

export async function decide(context: ChangeContext, input: Input): Promise<Output> {
  const volunteer = await findVolunteer(context.store, input.volunteerId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  const { _id, communityId, streetId } = volunteer;
  context.permit({ communityId, streetId });
  const state = allowed(nextVolunteerState(volunteer.state, input.verdict), volunteer.state);
  if (volunteer.version !== input.version) {
    throw new Problem('STALE_VERSION', { version: volunteer.version });
  }
  await checkNotOwn(context, volunteer);

  const { verdict, reason } = input;
  const outcome = await outcomeOf(context, volunteer, { verdict, reason });
  context.write.patch('volunteers', _id, {
    version: volunteer.version + 1,
    state,
    decidedBy: context.caller.userId,
    decidedOn: context.today,
    ...outcome,
  });
  const left = verdict === 'end' && volunteer.seatId !== '' ? await leaveOwnTeams(context, _id) : [];
  context.record({ objects: [_id, ...left], subjects: [_id], fields: [state], place: { communityId } });
  return { state };
}
