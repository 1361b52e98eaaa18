import { isMinor } from '@domain/census/age-band';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { registerContract } from '@domain/contract/register';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { openIdNumber } from '../../../records/search-keys';
import { findHousehold } from '../../../repositories/households';

type Input = ProcedureParsed<(typeof registerContract)['revealId']>;
type Output = ProcedureOutput<(typeof registerContract)['revealId']>;

/** A child's number needs a second person, for whom no procedure exists yet: staff is refused. */
export async function revealId(
  context: ChangeContext,
  { householdId, memberKey, reason }: Input,
): Promise<Output> {
  const household = await findHousehold(context.store, householdId);
  const member = household?.members.find(({ key }) => key === memberKey);
  if (household === undefined || member === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(household), householdId });
  if (isMinor(member.ageBand) && context.caller.role !== 'RE') throw new Problem('APPROVAL_REQUIRED');
  const idNumber = openIdNumber(context.keyring, household, member);
  if (idNumber === undefined) throw new Problem('NOT_FOUND');
  const { buildingId, gridId, compoundId, communityId } = household;
  context.record({
    objects: [householdId],
    subjects: [householdId],
    fields: ['idNumber'],
    place: { buildingId, gridId, compoundId, communityId },
    ...(reason === undefined ? {} : { reason }),
  });
  return { idNumber };
}
