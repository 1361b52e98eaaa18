import type { ProcedureOutput } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { volunteerContract } from '@domain/contract/volunteer';
import { maskPhone } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { openVolunteerName, openVolunteerPhone } from '../../../records/sealed-volunteer';
import { findVolunteer } from '../../../repositories/volunteers';

type Output = ProcedureOutput<(typeof volunteerContract)['readOwn']>;

export async function readOwn(context: ReadContext): Promise<Output> {
  const { caller, keyring, store } = context;
  context.permit({ about: [caller.userId] });
  const volunteer = await findVolunteer(store, caller.userId);
  if (volunteer === undefined) throw new Problem('NOT_FOUND');
  const { version, state, isAdult, skills, times, allowsHonour } = volunteer;
  return {
    version,
    state,
    name: openVolunteerName(keyring, volunteer),
    phone: maskPhone(openVolunteerPhone(keyring, volunteer), 'tail'),
    isAdult,
    skills: [...skills],
    times: [...times],
    allowsHonour,
  };
}
