import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextVolunteerState, type VolunteerState } from '@domain/volunteer/volunteer-state';
import type { ChangeContext } from '../../../kernel/context';
import { isHeld, openVolunteerName, sealVolunteer, withoutPhone } from '../../../records/sealed-volunteer';
import type { VolunteerDocument } from '../../../repositories/documents';
import { leaveOwnTeams } from '../leave-teams';
import { placesIn } from '../near-compounds';
import { ownVolunteer } from '../own-volunteer';
import { phoneIn } from '../person-in';

type Input = ProcedureParsed<(typeof volunteerContract)['editOwn']>;
type Output = ProcedureOutput<(typeof volunteerContract)['editOwn']>;

/** A pause by the community is ended by the community. */
const PAUSED = '是社区请您先停一停的，想接着做，请和社区说一声';

/** Who has left or was never approved edits nothing. Throws WRONG_STATE. */
function stateAfter(volunteer: VolunteerDocument, move: Input['move']): VolunteerState {
  if (move === 'resume' && isHeld(volunteer)) throw new Problem('WRONG_STATE', { sentence: PAUSED });
  const { state } = volunteer;
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

/** Compounds are looked up where others were chosen. */
async function newPlaces(
  context: ChangeContext,
  volunteer: VolunteerDocument,
  { compoundIds }: Input,
): Promise<Partial<VolunteerDocument>> {
  const { places = [] } = volunteer;
  const isSame = compoundIds?.length === places.length && places.every(({ id }) => compoundIds.includes(id));
  if (compoundIds === undefined || isSame) return {};
  return { places: await placesIn(context, volunteer, compoundIds) };
}

export async function editOwn(context: ChangeContext, input: Input): Promise<Output> {
  const volunteer = await ownVolunteer(context, input.version);
  const state = stateAfter(volunteer, input.move);
  const phone =
    state === 'ended' ? withoutPhone(context.keyring, volunteer) : newPhone(context, volunteer, input);

  const places = await newPlaces(context, volunteer, input);

  const version = volunteer.version + 1;
  const isThere = state === 'approved';
  context.write.patch('volunteers', volunteer._id, {
    version,
    state,
    skills: input.skills,
    times: input.times,
    ...places,
    ...phone,
    honour: isThere && volunteer.allowsHonour ? 'yes' : 'no',
  });
  if (state === 'ended') {
    context.write.patch('assignments', volunteer.seatId, { state: 'ended', endsOn: context.today });
  }
  const left = state === 'ended' ? await leaveOwnTeams(context, volunteer._id) : [];
  context.record({
    objects: [volunteer._id, ...left],
    subjects: [],
    fields: [
      'skills',
      'times',
      ...Object.keys(places),
      ...(input.phone === undefined ? [] : ['phone']),
      state,
    ],
    place: { communityId: volunteer.communityId },
  });
  return { version, state };
}
