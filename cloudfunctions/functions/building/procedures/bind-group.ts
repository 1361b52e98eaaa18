import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import { findBuilding } from '../../../repositories/frame';
import { findGroup } from '../../../repositories/groups';
import type { GroupDocument } from '../../../repositories/documents';
import { groupIdOf } from '../groups-of-chats';

type Input = ProcedureParsed<(typeof buildingContract)['bindGroup']>;
type Output = ProcedureOutput<(typeof buildingContract)['bindGroup']>;

export async function bindGroup(context: ChangeContext, input: Input): Promise<Output> {
  const { buildingId } = input;
  const building = await findBuilding(context.store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { streetId, communityId, gridId, compoundId } = building;
  context.permit({ streetId, communityId, gridId, compoundId, buildingId });

  const groupId = await groupIdOf(context, input);
  const former = await findGroup(context.store, groupId);
  // The group is tied already, by this head or the one before: nothing is left to do.
  if (former?.state === 'bound') return { groupId };
  const group: GroupDocument = {
    _id: groupId,
    version: (former?.version ?? 0) + 1,
    ...{ streetId, communityId, gridId, compoundId, buildingId },
    state: 'bound',
    boundBy: context.caller.userId,
    boundAt: context.now,
  };
  if (former === undefined) context.write.insert('groups', group);
  else context.write.replace('groups', group);
  context.record({
    objects: [groupId, buildingId],
    subjects: [],
    fields: ['group'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return { groupId };
}
