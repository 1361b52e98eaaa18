import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { phoneContract } from '@domain/contract/phone';
import type { ReadContext } from '../../../kernel/context';
import { phoneCodes } from '../../../ports/phone-codes';

type Input = ProcedureParsed<(typeof phoneContract)['exchangeCode']>;
type Output = ProcedureOutput<(typeof phoneContract)['exchangeCode']>;

/** The number is the caller's own and is not kept: the form brings it along, or it is forgotten. */
export async function exchangeCode(context: ReadContext, { code }: Input): Promise<Output> {
  context.permit({ about: [context.caller.userId] });
  return { phone: await phoneCodes(context.allowTestNumbers).numberOf(code) };
}
