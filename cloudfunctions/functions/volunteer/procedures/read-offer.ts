import type { ProcedureOutput } from '@domain/kernel/contract';
import type { volunteerContract } from '@domain/contract/volunteer';
import { maskPhone } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { ownProfile } from '../../../records/census-gateway';
import { findVolunteer } from '../../../repositories/volunteers';
import { nearCompounds } from '../near-compounds';
import { viewStanding } from '../standing-view';

type Output = ProcedureOutput<(typeof volunteerContract)['readOffer']>;

/** The own registration, shown to its owner before any of it is used. */
export async function readOffer(context: ReadContext): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const [profile, volunteer] = await Promise.all([ownProfile(context), findVolunteer(context.store, userId)]);
  return {
    compound: profile.home.plate.compound,
    near: await nearCompounds(context, profile.home),
    people: profile.people.map(({ key, name, isAdult }) => ({ key, name, isAdult })),
    phone: profile.phone === '' ? '' : maskPhone(profile.phone, 'tail'),
    ...(volunteer === undefined ? {} : { standing: viewStanding(context.keyring, volunteer) }),
  };
}
