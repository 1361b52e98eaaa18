import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { visitContract } from '@domain/contract/visit';
import type { ReadContext } from '../../../kernel/context';
import { pathOf, plateOf } from '../../../records/door-place';
import { openAnswers } from '../../../records/sealed-answers';
import { conflictsOf, findHousehold } from '../../../repositories/households';
import { authorsFor } from '../conflict-authors';
import { authorsOf, viewConflict } from '../conflict-views';

type Input = ProcedureParsed<(typeof visitContract)['listConflicts']>;
type Output = ProcedureOutput<(typeof visitContract)['listConflicts']>;

export async function listConflicts(context: ReadContext, { householdId }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(household));
  const conflicts = await conflictsOf(context.store, householdId);
  const open = conflicts.filter(({ state }) => state === 'open');
  if (open.length > 0) {
    context.look({ subjects: [householdId], fields: [...new Set(open.map(({ field }) => field))] });
  }
  const stored = openAnswers(context.keyring, household);
  const who = await authorsFor(context, new Set(open.flatMap((conflict) => authorsOf(conflict, household))));
  const viewer = { role: context.caller.role, keyring: context.keyring, who };
  return {
    plate: plateOf(household.address),
    doorId: household.doorId,
    conflicts: open.map((conflict) => viewConflict(conflict, { household, stored }, viewer)),
  };
}
