import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { tenancyContract } from '@domain/contract/tenancy';
import type { ReadContext } from '../../../kernel/context';
import { foundByNumber } from '../../../records/late-landlord';
import { landlordProof } from '../../../records/tenancies';
import { tenanciesOfLandlord } from '../../../repositories/tenancies';
import { viewAsked } from '../tenancy-views';

type Input = ProcedureParsed<(typeof tenancyContract)['listAsked']>;
type Output = ProcedureOutput<(typeof tenancyContract)['listAsked']>;

/**
 * Only what is about the caller is asked of the database; what has ended is no longer a landlord's to see, and what is asked of
 * a number that the caller has not shown to hold is a count.
 */
export async function listAsked(context: ReadContext, { proof, phone }: Input): Promise<Output> {
  const tenancies = await tenanciesOfLandlord(context.store, context.caller.userId);
  const open = tenancies.filter(({ state }) => state !== 'ended');
  context.permit({ about: [context.caller.userId] });
  const shown = open.filter((tenancy) => landlordProof(context, tenancy, proof) === 'held');
  const found = await foundByNumber(context, { phone, proof });
  const newestFirst = [...found, ...shown].sort((one, other) => other.at - one.at);
  return { tenancies: newestFirst.map(viewAsked), hidden: open.length - shown.length };
}
