import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ReadContext } from '../../../kernel/context';
import { placeOfWall } from '../../../records/door-place';
import { cardOf, unitsOf } from '../building-card';

type Input = ProcedureParsed<(typeof buildingContract)['shareCard']>;
type Output = ProcedureOutput<(typeof buildingContract)['shareCard']>;

/** One unit in the sender's reach is enough: the card counts the building, and anybody may open it. */
export async function shareCard(context: ReadContext, { buildingId }: Input): Promise<Output> {
  const units = await unitsOf(context, buildingId);
  if (!units.some((unit) => context.reaches(placeOfWall(unit)))) throw new Problem('NOT_FOUND');
  return cardOf(units, context.now);
}
