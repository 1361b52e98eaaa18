import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract } from '@domain/contract/household';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, pathOf } from '../../../records/door-place';
import { checkCorrector } from '../../../records/save-household';
import { keepVerification } from '../../../records/verification';
import { findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof householdContract)['verify']>;
type Output = ProcedureOutput<(typeof householdContract)['verify']>;

/** FORBIDDEN for the own household, STALE_VERSION where somebody has changed it meanwhile. */
export async function verify(context: ChangeContext, input: Input): Promise<Output> {
  const household = await findHousehold(context.store, input.householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(household));
  checkCorrector(context, household);
  if (household.version !== input.version) {
    throw new Problem('STALE_VERSION', { version: household.version });
  }
  const door = doorAt(await findWall(context.store, household.unitId), household.doorId);
  const version = await keepVerification(context, { said: input, household, door, isSeen: true });
  return { version, confirmedOn: context.today };
}
