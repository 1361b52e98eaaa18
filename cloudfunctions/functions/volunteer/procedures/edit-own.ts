import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextVolunteerState, type VolunteerState } from '@domain/volunteer/volunteer-state';
import type { ChangeContext } from '../../../kernel/context';
import { openVolunteerName, sealVolunteer } from '../../../records/sealed-volunteer';
import type { VolunteerDocument } from '../../../repositories/documents';
import { ownVolunteer } from '../own-volunteer';
import { phoneIn } from '../person-in';

type Input = ProcedureParsed<(typeof volunteerContract)['editOwn']>;
type Output = ProcedureOutput<(typeof volunteerContract)['editOwn']>;

/** Who has left or was never approved edits nothing. Throws WRONG_STATE. */
function stateAfter({ state }: VolunteerDocument, move: Input['move']): VolunteerState {
  const isActive = state === 'approved' || state === 'paused';
  const next = move === undefined ? state : nextVolunteerState(state, move);
  if (!isActive || next === undefined) throw new Problem('WRONG_STATE', { state });
  return next;
}

function newPhone(
  context: ChangeContext,
  volunteer: VolunteerDocument,
  { phone }: Input,
): Partial<VolunteerDocument> {
  if (phone === undefined) return {};
  const { keyring } = context;
  const person = { name: openVolunteerName(keyring, volunteer), phone: phoneIn(context, phone) };
  return sealVolunteer(keyring, volunteer._id, { ...person, isAdult: volunteer.isAdult });
}

export async function editOwn(context: ChangeContext, input: Input): Promise<Output> {
  const volunteer = await ownVolunteer(context, input.version);
  const state = stateAfter(volunteer, input.move);
  const phone = newPhone(context, volunteer, input);

  const version = volunteer.version + 1;
  const isThere = state === 'approved';
  context.write.patch('volunteers', volunteer._id, {
    version,
    state,
    skills: input.skills,
    times: input.times,
    ...phone,
    honour: isThere && volunteer.allowsHonour ? 'yes' : 'no',
  });
  if (state === 'ended') {
    context.write.patch('assignments', volunteer.seatId, { state: 'ended', endsOn: context.today });
  }
  context.record({
    objects: [volunteer._id],
    subjects: [],
    fields: ['skills', 'times', ...(input.phone === undefined ? [] : ['phone']), state],
    place: { communityId: volunteer.communityId },
  });
  return { version, state };
}
