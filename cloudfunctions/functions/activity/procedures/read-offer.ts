import type { ProcedureOutput } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { maskPhone } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { ownProfile } from '../../../records/census-gateway';

type Output = ProcedureOutput<(typeof activityContract)['readOffer']>;

/** The own registration, shown before any of it is used; a volunteer is known and has none to show. */
export async function readOffer(context: ReadContext): Promise<Output> {
  context.permit({ about: [context.caller.userId] });
  const { people, phone } = await ownProfile(context);
  return {
    people: people.map(({ key, name, isAdult }) => ({ key, name, isAdult })),
    phone: phone === '' ? '' : maskPhone(phone, 'tail'),
  };
}
