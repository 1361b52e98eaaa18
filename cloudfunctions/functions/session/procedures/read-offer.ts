import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { sessionContract } from '@domain/contract/session';
import type { ReadContext } from '../../../kernel/context';
import { offeredSeat } from '../offered-seat';

type Input = ProcedureParsed<(typeof sessionContract)['readOffer']>;
type Output = ProcedureOutput<(typeof sessionContract)['readOffer']>;

/** What one would take: role, place, last day. Nothing of whoever offered it. */
export async function readOffer(context: ReadContext, { token }: Input): Promise<Output> {
  const { role, duty, label, endsOn, expiresAt } = await offeredSeat(context, token);
  return { role, ...(duty === undefined ? {} : { duty }), label, endsOn, expiresAt };
}
