import type { ProcedureOutput } from '@domain/kernel/contract';
import type { tenancyContract } from '@domain/contract/tenancy';
import type { ReadContext } from '../../../kernel/context';
import { tenanciesOfLandlord } from '../../../repositories/tenancies';
import { viewAsked } from '../tenancy-views';

type Output = ProcedureOutput<(typeof tenancyContract)['listAsked']>;

/** Only what is about the caller is asked of the database; what has ended is no longer a landlord's to see. */
export async function listAsked(context: ReadContext): Promise<Output> {
  const tenancies = await tenanciesOfLandlord(context.store, context.caller.userId);
  const open = tenancies.filter(({ state }) => state !== 'ended');
  context.permit({ about: [context.caller.userId] });
  return { tenancies: open.map(viewAsked) };
}
