import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { householdContract } from '@domain/contract/household';
import { normaliseName } from '@domain/register/person-name';
import { isSamePerson } from '@domain/register/same-person';
import type { ReadContext } from '../../../kernel/context';
import { doorAt, placeOfWall, splitDoorId } from '../../../records/door-place';
import { traitsOf } from '../../../records/person-traits';
import { householdsWithKey } from '../../../repositories/households';
import { findWall } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof householdContract)['checkCounted']>;
type Output = ProcedureOutput<(typeof householdContract)['checkCounted']>;

/** Yes or no; where somebody lives is not said, and the question itself is on record. */
export async function checkCounted(
  context: ReadContext,
  { doorId, name, gender, ageBand, phone }: Input,
): Promise<Output> {
  const wall = await findWall(context.store, splitDoorId(doorId)?.unitId ?? '');
  const door = doorAt(wall, doorId);
  context.permit(placeOfWall(door.wall));
  if (phone === '' || normaliseName(name) === '') throw new Problem('VALIDATION', { field: 'phone' });

  const phoneKey = `p:${context.keyring.index('phone', phone)}`;
  const asked = { name: normaliseName(name), gender, ageBand, phoneKeys: [phoneKey] };
  const households = await householdsWithKey(context.store, phoneKey);
  context.look({ subjects: [doorId], fields: ['counted'] });
  const isCounted = households
    .filter((household) => household.state !== 'closed' && household.doorId !== doorId)
    .some((household) =>
      household.members.some(
        (member) => member.livesHere && isSamePerson(asked, traitsOf(context.keyring, household, member)),
      ),
    );
  return { isCounted };
}
