/** The volunteers of the journeys as the register of helpers holds them; their seats are among everybody's. */
import type { Day } from '@domain/kernel/day';
import { addDays, startOfDay } from '@domain/kernel/calendar';
import { sealVolunteer } from '../../cloudfunctions/records/sealed-volunteer';
import type { VolunteerDocument } from '../../cloudfunctions/repositories/documents';
import type { Keyring } from '../../cloudfunctions/vault/keys';
import { castOf, stageOf } from './cast';
import { called, openidOf, seatIdOf } from './personas';
import type { StreetPlan } from './street-plan';

const SINCE_DAYS = 30;

/** Everybody of the cast who has a volunteer's seat, approved since the street opened. */
export function volunteerDocuments(plan: StreetPlan, keyring: Keyring, today: Day): VolunteerDocument[] {
  const stage = stageOf(plan);
  const compound = plan.compounds.find(({ name }) => name === stage.compound);
  const community = plan.communities.find(({ name }) => name === stage.community);
  const people = castOf(plan).filter(({ seat }) => seat?.role === 'VO');
  return people.map(({ key }, index): VolunteerDocument => {
    const _id = keyring.actorOf(openidOf(key));
    const on = addDays(today, -SINCE_DAYS);
    return {
      _id,
      version: 2,
      state: 'approved',
      communityId: community?.id ?? '',
      streetId: plan.street.id,
      compoundId: compound?.id ?? '',
      isAdult: true,
      ...sealVolunteer(keyring, _id, { name: called(key), phone: `1000000070${index}`, isAdult: true }),
      isReused: false,
      skills: ['errand', 'carry'],
      times: ['weekendDay'],
      failures: 0,
      allowsHonour: false,
      honour: 'no',
      seatId: seatIdOf(plan, key),
      at: startOfDay(on),
      decidedBy: keyring.actorOf(openidOf('S')),
      decidedOn: on,
    };
  });
}
