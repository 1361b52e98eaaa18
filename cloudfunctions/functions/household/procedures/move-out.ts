import { CHANGE_KINDS } from '@domain/census/codes';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract } from '@domain/contract/household';
import type { ChangeContext } from '../../../kernel/context';
import { checkMoveOutDay, closeHousehold } from '../../../records/close-household';
import { doorAt, pathOf } from '../../../records/door-place';
import { findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof householdContract)['moveOut']>;
type Output = ProcedureOutput<(typeof householdContract)['moveOut']>;

/** Asks who and when, nothing else. */
export async function moveOut(context: ChangeContext, { householdId, version, on }: Input): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  const isOwn = household.accounts.includes(context.caller.userId);
  if (isOwn && context.caller.role !== 'RE') throw new Problem('FORBIDDEN');
  checkMoveOutDay(context, on);
  if (household.state === 'closed') throw new Problem('WRONG_STATE', { state: household.state });
  if (household.version !== version) throw new Problem('STALE_VERSION', { version: household.version });

  const door = doorAt(await findWall(context.store, household.unitId), household.doorId);
  await closeHousehold(context, { household, door }, on);
  const { buildingId, gridId, compoundId, communityId } = household;
  context.record({
    objects: [householdId, household.doorId],
    subjects: [householdId],
    fields: ['closedOn'],
    place: { buildingId, gridId, compoundId, communityId },
    diff: { state: household.state },
    change: { kind: CHANGE_KINDS.movedOut, effectiveOn: on },
    countsMoved: true,
  });
  return { closedOn: on };
}
