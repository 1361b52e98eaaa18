/** What a volunteer says of the own help, and what of it may be changed now. */
import type { OwnVolunteer } from '@domain/contract/volunteer';
import type { HelpTime, Skill } from '@domain/volunteer/volunteer';
import { PROFILE_WORDS, VOLUNTEER_WORDS } from '../../../../messages/volunteer';
import { placeTiles, type PlaceTile } from '../../services/place-tiles';

export interface ProfileView {
  name: string;
  reason: string;
  phoneNow: string;
  skills: readonly Skill[];
  times: readonly HelpTime[];
  places: readonly PlaceTile[];
  compoundIds: readonly string[];
  /** The one button about the list of thanks; '' where the name may not stand there. */
  honour: string;
  rest: string;
}

/** A pause with a reason is the community's, and only the community ends it. */
function restOf({ state, reason }: OwnVolunteer): string {
  if (state !== 'paused') return PROFILE_WORDS.pause;
  return reason === '' ? PROFILE_WORDS.resume : '';
}

export function viewProfile(own: OwnVolunteer): ProfileView {
  const { name, phone, skills, times, near, compoundIds, allowsHonour, isAdult, state, reason } = own;
  const mayStand = isAdult && state === 'approved';
  const honour = mayStand ? PROFILE_WORDS.honour : '';
  return {
    name,
    reason: VOLUNTEER_WORDS.said(reason),
    phoneNow: phone === '' ? '' : PROFILE_WORDS.phoneNow(phone),
    skills,
    times,
    places: placeTiles(near),
    compoundIds,
    honour: allowsHonour ? PROFILE_WORDS.honourOff : honour,
    rest: restOf(own),
  };
}
