import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import { findGroup } from '../../../repositories/groups';

type Input = ProcedureParsed<(typeof buildingContract)['unbindGroup']>;
type Output = ProcedureOutput<(typeof buildingContract)['unbindGroup']>;

export async function unbindGroup(context: ChangeContext, { groupId }: Input): Promise<Output> {
  const group = await findGroup(context.store, groupId);
  if (group === undefined) throw new Problem('NOT_FOUND');
  const { communityId, gridId, compoundId, buildingId, version } = group;
  context.permit({ communityId, gridId, compoundId, buildingId });
  if (group.state === 'unbound') throw new Problem('WRONG_STATE', { state: group.state });

  context.write.patch('groups', groupId, { state: 'unbound', version: version + 1 });
  context.record({
    objects: [groupId, buildingId],
    subjects: [],
    fields: ['group'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { groupId };
}
