import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { buildingContract } from '@domain/contract/building';
import type { ReadContext } from '../../../kernel/context';
import { openCard } from '../opened-card';

type Input = ProcedureParsed<(typeof buildingContract)['readCard']>;
type Output = ProcedureOutput<(typeof buildingContract)['readCard']>;

export function readCard(context: ReadContext, { buildingId }: Input): Promise<Output> {
  return openCard(context, buildingId);
}
