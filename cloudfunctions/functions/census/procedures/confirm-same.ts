import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { doorAt, pathOf } from '../../../records/door-place';
import { findHousehold } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';
import { receiptOf } from '../../../records/receipts';

type Input = ProcedureParsed<(typeof censusContract)['confirmSame']>;
type Output = ProcedureOutput<(typeof censusContract)['confirmSame']>;

/** 和上次一样: only the day of the answer moves. */
export async function confirmSame(
  context: ChangeContext,
  { householdId, baseVersion }: Input,
): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  if (household === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  const campaign = await context.campaign();
  if (!campaign.isOpen) throw new Problem('PURPOSE_CLOSED');
  if (household.withdrawn || household.state === 'closed') throw new Problem('WRONG_STATE');
  if (household.consent.noticeVersion !== campaign.noticeVersion) throw new Problem('CONSENT_REQUIRED');
  if (household.version !== baseVersion) throw new Problem('STALE_VERSION', { version: household.version });

  const door = doorAt(await findWall(context.store, household.unitId), household.doorId);
  context.write.patch('households', householdId, {
    version: household.version + 1,
    filledOn: context.today,
    filledBy: context.caller.userId,
  });
  const { buildingId, gridId, compoundId, communityId } = household;
  context.record({
    objects: [householdId, household.doorId],
    subjects: [householdId],
    fields: ['filledOn'],
    place: { buildingId, gridId, compoundId, communityId },
    diff: { filledOn: household.filledOn },
    countsMoved: true,
  });
  return { receipt: receiptOf(context.keyring, door, context.today) };
}
