import { reminderHindrance } from '@domain/inbox/reminder-limits';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ChangeContext } from '../../../kernel/context';
import type { BuildingDocument } from '../../../repositories/documents';
import { findBuilding } from '../../../repositories/frame';
import { cardOf, unitsOf } from '../building-card';

type Input = ProcedureParsed<(typeof buildingContract)['remindGroup']>;
type Output = ProcedureOutput<(typeof buildingContract)['remindGroup']>;

/** A text to everybody follows the rule of the day and the night; how often in a campaign is the head's own measure. */
async function checkMoment(context: ChangeContext, { remindedAt }: BuildingDocument): Promise<void> {
  const campaign = (await context.campaign()).opensOn;
  const reminded = remindedAt === undefined ? undefined : { count: 0, campaign, at: remindedAt };
  const hindrance = reminderHindrance({ reminded, isStopped: false, campaign, now: context.now });
  if (hindrance !== undefined) throw new Problem('WRONG_STATE', { hindrance });
}

/** The text itself is made on the phone, from figures alone; that it was asked for is kept here. */
export async function remindGroup(context: ChangeContext, { buildingId }: Input): Promise<Output> {
  const building = await findBuilding(context.store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { streetId, communityId, gridId, compoundId } = building;
  context.permit({ streetId, communityId, gridId, compoundId, buildingId });
  await checkMoment(context, building);

  const card = cardOf(await unitsOf(context, buildingId), context.now);
  context.write.patch('buildings', buildingId, { remindedAt: context.now });
  context.record({
    objects: [buildingId],
    subjects: [],
    fields: ['reminder'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return card;
}
