import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { maskName } from '@domain/register/masking';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { openVolunteerName } from '../../../records/sealed-volunteer';
import { honouredPage } from '../../../repositories/volunteers';

type Input = ProcedureParsed<(typeof volunteerContract)['honourList']>;
type Output = ProcedureOutput<(typeof volunteerContract)['honourList']>;

export async function honourList(context: ReadContext, { communityId, cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { rows, next } = await honouredPage(context.store, communityId, cursor);
  const names = rows.map((volunteer) => ({
    name: maskName(openVolunteerName(context.keyring, volunteer)),
    since: dayOf(volunteer.at),
  }));
  return { names, ...nextOf({ next }) };
}
