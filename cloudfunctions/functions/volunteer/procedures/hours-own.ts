import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { grantedMinutesOf, hoursOfPage } from '../../../repositories/hours';
import { findVolunteer } from '../../../repositories/volunteers';
import { viewHours } from '../hours-views';
import { viewStanding } from '../standing-view';

type Input = ProcedureParsed<(typeof volunteerContract)['hoursOwn']>;
type Output = ProcedureOutput<(typeof volunteerContract)['hoursOwn']>;

export async function hoursOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const [volunteer, { rows, next }, grantedMinutes] = await Promise.all([
    findVolunteer(context.store, userId),
    hoursOfPage(context.store, userId, cursor),
    grantedMinutesOf(context.store, userId),
  ]);
  const standing = volunteer === undefined ? {} : { standing: viewStanding(context.keyring, volunteer) };
  return { ...standing, grantedMinutes, hours: rows.map(viewHours), ...nextOf({ next }) };
}
