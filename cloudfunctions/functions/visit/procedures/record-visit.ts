import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { visitContract } from '@domain/contract/visit';
import type { ChangeContext } from '../../../kernel/context';
import { keepKnock } from '../../../records/visits';
import { checkOpen, doorWithinReach } from '../door-of';

type Input = ProcedureParsed<(typeof visitContract)['recordVisit']>;
type Output = ProcedureOutput<(typeof visitContract)['recordVisit']>;

export async function recordVisit(context: ChangeContext, record: Input): Promise<Output> {
  const door = await doorWithinReach(context, record.doorId);
  await checkOpen(context);
  return keepKnock(context, { door, record, time: { at: context.now, isSkewed: false } });
}
