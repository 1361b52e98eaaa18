import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { sessionContract } from '@domain/contract/session';
import type { ChangeContext } from '../../../kernel/context';
import { ownSeat } from '../own-seat';

type Input = ProcedureParsed<(typeof sessionContract)['signPledge']>;
type Output = ProcedureOutput<(typeof sessionContract)['signPledge']>;

export async function signPledge(context: ChangeContext, { version }: Input): Promise<Output> {
  const seat = await ownSeat(context);
  if (seat.pledgeSigned) throw new Problem('WRONG_STATE');

  context.write.patch('assignments', seat._id, {
    version: seat.version + 1,
    pledgeSigned: true,
    pledgeVersion: version,
  });
  context.record({ objects: [seat._id], subjects: [], fields: ['pledge'], place: {} });
  return { signedOn: context.today };
}
