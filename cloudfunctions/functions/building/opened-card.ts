import type { OpenedCard } from '@domain/contract/building';
import { isInForce } from '@domain/identity/seat';
import type { ReadContext } from '../../kernel/context';
import { viewCampaign } from '../../records/campaign-view';
import { seatsOf } from '../../repositories/assignments';
import { cardOf, unitsOf } from './building-card';

/** The door to which the caller is bound: whoever opens a card out of a chat has shown the phone nothing else yet. */
async function homeOf({ store, caller, today }: Pick<ReadContext, 'store' | 'caller' | 'today'>) {
  const seats = await seatsOf(store, caller.userId);
  const home = seats.find((seat) => seat.role === 'RE' && isInForce(seat, today));
  return home === undefined ? {} : { home: home.label };
}

/** The card as anybody opens it: a place, two figures, who asks, and the opener's own door. */
export async function openCard(
  context: Pick<ReadContext, 'store' | 'now' | 'campaign' | 'permit' | 'caller' | 'today'>,
  buildingId: string,
): Promise<OpenedCard> {
  const units = await unitsOf(context, buildingId);
  context.permit({ isPublished: true });
  const [campaign, home] = await Promise.all([context.campaign(), homeOf(context)]);
  return {
    ...cardOf(units, context.now),
    compoundId: units[0].compoundId,
    campaign: viewCampaign(campaign),
    ...home,
  };
}
