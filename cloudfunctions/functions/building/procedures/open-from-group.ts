import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import type { GroupOpeningDocument } from '../../../repositories/documents';
import { findGroup, findOpening } from '../../../repositories/groups';
import { groupIdOf } from '../groups-of-chats';
import { openCard } from '../opened-card';

type Input = ProcedureParsed<(typeof buildingContract)['openFromGroup']>;
type Output = ProcedureOutput<(typeof buildingContract)['openFromGroup']>;

const OPENINGS_KEPT_DAYS = 400;

/** The row's id follows from group and person, so that opening twice is counting once; who is in a chat stays unknown. */
async function countOpener(context: ChangeContext, groupId: string): Promise<void> {
  const _id = context.keyring.payloadDigest(`opening|${groupId}|${context.caller.userId}`);
  if ((await findOpening(context.store, _id)) !== undefined) return;
  const opening: GroupOpeningDocument = {
    _id,
    groupId,
    purgeOn: addDays(context.today, OPENINGS_KEPT_DAYS),
  };
  context.write.insert('groupOpenings', opening);
  context.recordNobody();
}

/** Counts the opener where the group is tied to the building; elsewhere nothing is kept of the group. */
export async function openFromGroup(context: ChangeContext, input: Input): Promise<Output> {
  const card = await openCard(context, input.buildingId);
  const groupId = await groupIdOf(context, input);
  const isBound = (await findGroup(context.store, groupId))?.state === 'bound';
  if (isBound) await countOpener(context, groupId);
  return { ...card, isBound };
}
