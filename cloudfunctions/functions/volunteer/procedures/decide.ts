import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { addDays } from '@domain/kernel/calendar';
import { allowed, Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { SEAT_DAYS_MAX } from '@domain/identity/seat';
import { nextVolunteerState } from '@domain/volunteer/volunteer-state';
import type { ChangeContext } from '../../../kernel/context';
import { accountsOf } from '../../../records/census-gateway';
import { tell } from '../../../records/messages';
import { sealReason } from '../../../records/sealed-volunteer';
import type { AssignmentDocument, VolunteerDocument } from '../../../repositories/documents';
import { findArea } from '../../../repositories/frame';
import { findVolunteer } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof volunteerContract)['decide']>;
type Output = ProcedureOutput<(typeof volunteerContract)['decide']>;

const REASON_LENGTH_MIN = 4;

/** Nobody decides about themselves or the own household. Throws FORBIDDEN. */
async function checkNotOwn({ caller, store }: ChangeContext, volunteer: VolunteerDocument): Promise<void> {
  const { _id, householdId } = volunteer;
  const own = householdId === undefined ? [_id] : [_id, ...(await accountsOf(store, householdId))];
  if (own.includes(caller.userId)) throw new Problem('FORBIDDEN');
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
  });
  return seat._id;
}

function sendBack(
  context: ChangeContext,
  { _id }: VolunteerDocument,
  reason = '',
): Partial<VolunteerDocument> {
  if (reason.trim().length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  tell(context, { userId: _id, kind: 'volunteerReturned', values: { place: '' } });
  return { sealedReason: sealReason(context.keyring, _id, reason.trim()) };
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

  const outcome =
    input.verdict === 'approve'
      ? { seatId: await approve(context, volunteer), sealedReason: undefined }
      : sendBack(context, volunteer, input.reason);
  context.write.patch('volunteers', _id, {
    version: volunteer.version + 1,
    state,
    decidedBy: context.caller.userId,
    decidedOn: context.today,
    ...outcome,
  });
  context.record({ objects: [_id], subjects: [_id], fields: [state], place: { communityId } });
  return { state };
}
