import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import { findGroup, recordOpening } from '../../../repositories/groups';
import { groupIdOf } from '../groups-of-chats';
import { openCard } from '../opened-card';

type Input = ProcedureParsed<(typeof buildingContract)['openFromGroup']>;
type Output = ProcedureOutput<(typeof buildingContract)['openFromGroup']>;

const OPENINGS_KEPT_DAYS = 400;

/**
 * Counts the opener where the group is tied to the building. No event stands beside the row: an event names its actor, and who
 * is in a chat stays unknown. The row's id follows from group and person, so opening twice is counting once.
 */
export async function openFromGroup(context: ChangeContext, input: Input): Promise<Output> {
  const card = await openCard(context, input.buildingId);
  const groupId = await groupIdOf(context, input);
  const isBound = (await findGroup(context.store, groupId))?.state === 'bound';
  if (isBound) {
    await recordOpening(context.bulk, {
      _id: context.keyring.payloadDigest(`opening|${groupId}|${context.caller.userId}`),
      groupId,
      purgeOn: addDays(context.today, OPENINGS_KEPT_DAYS),
    });
  }
  return { ...card, isBound };
}
