import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { placeAtWall, plateOf } from '../../../records/door-place';
import { tenanciesOf } from '../../../repositories/tenancies';
import { findHousehold } from '../../../repositories/households';
import { rulesOf } from '../../../records/form-checks';
import { viewHousehold } from '../../../records/form-views';

type Input = ProcedureParsed<(typeof censusContract)['readMyHousehold']>;
type Output = ProcedureOutput<(typeof censusContract)['readMyHousehold']>;

/** The file as the household's own members see it; staff has `readDoor`, where the look is recorded. */
export async function readMyHousehold(context: ReadContext, { householdId }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...(await placeAtWall(context, household)), householdId });
  const { role } = context.caller;
  // Who has moved out reads nothing more, however lately the seat was looked at.
  if (role === 'RE' && household.state === 'closed') throw new Problem('NOT_FOUND');
  const rules = rulesOf(await context.campaign(), context.today);
  const tenancy = (await tenanciesOf(context.store, [household])).get(householdId);
  if (role !== 'RE') context.look({ subjects: [householdId], fields: ['form'] });
  return {
    plate: plateOf(household.address),
    doorId: household.doorId,
    household: viewHousehold(household, { role, keyring: context.keyring, rules }, tenancy),
    consent: household.consent,
  };
}
