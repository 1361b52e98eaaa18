import type { OpenedCard } from '@domain/contract/building';
import type { ReadContext } from '../../kernel/context';
import { viewCampaign } from '../../records/campaign-view';
import { cardOf, unitsOf } from './building-card';

/** The card as anybody opens it: a place, two figures, and who asks. */
export async function openCard(
  context: Pick<ReadContext, 'store' | 'now' | 'campaign' | 'permit'>,
  buildingId: string,
): Promise<OpenedCard> {
  const units = await unitsOf(context, buildingId);
  context.permit({ isPublished: true });
  const campaign = viewCampaign(await context.campaign());
  return { ...cardOf(units, context.now), compoundId: units[0].compoundId, campaign };
}
