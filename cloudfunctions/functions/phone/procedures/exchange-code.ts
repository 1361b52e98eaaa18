import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { phoneContract } from '@domain/contract/phone';
import type { ReadContext } from '../../../kernel/context';
import { phoneCodes } from '../../../ports/phone-codes';

type Input = ProcedureParsed<(typeof phoneContract)['exchangeCode']>;
const PROOF_MS = 60 * 60_000;

type Output = ProcedureOutput<(typeof phoneContract)['exchangeCode']>;

/** The number is the caller's own and is not kept: the form brings it along, or it is forgotten. */
export async function exchangeCode(context: ReadContext, { code }: Input): Promise<Output> {
  context.permit({ about: [context.caller.userId] });
  const { caller, keyring, now } = context;
  const phone = await phoneCodes(context.allowTestNumbers).numberOf(code);
  const held = { userId: caller.userId, index: keyring.index('phone', phone) };
  return { phone, proof: keyring.signNumber(held, now + PROOF_MS) };
}
