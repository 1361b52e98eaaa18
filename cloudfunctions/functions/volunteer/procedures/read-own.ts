import type { ProcedureOutput } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import type { ReadContext } from '../../../kernel/context';
import { maskedVolunteerPhone, openVolunteerName } from '../../../records/sealed-volunteer';
import { findVolunteer } from '../../../repositories/volunteers';
import { nearCompounds } from '../near-compounds';
import { viewStanding } from '../standing-view';

type Output = ProcedureOutput<(typeof volunteerContract)['readOwn']>;

export async function readOwn(context: ReadContext): Promise<Output> {
  const { caller, keyring, store } = context;
  context.permit({ about: [caller.userId] });
  const volunteer = await findVolunteer(store, caller.userId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  const { isAdult, skills, times, places = [], allowsHonour } = volunteer;
  return {
    ...viewStanding(keyring, volunteer),
    name: openVolunteerName(keyring, volunteer),
    phone: maskedVolunteerPhone(keyring, volunteer),
    isAdult,
    skills: [...skills],
    times: [...times],
    compoundIds: places.map(({ id }) => id),
    near: await nearCompounds(context, volunteer),
    allowsHonour,
  };
}
