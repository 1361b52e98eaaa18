/** The card that goes into the chat: asked for when it is sent, so that its figures are those of this moment. */
import { cardTitle } from '@domain/building/share-card';
import type { BuildingCard } from '@domain/contract/building';
import { PICTURE_WORDS } from '../../../messages/building';
import { building } from '../../../services/building';
import { cardPicture } from './share-layout';
import { paintPicture } from '../../../services/picture';
import { knownSession } from '../../../services/session';

export interface SharedCard {
  title: string;
  path: string;
  imageUrl?: string;
}

type Page = Parameters<typeof paintPicture>[0];

/** A building's id is a locator: it opens a blank form, as every card of it does. */
function pathOf(buildingId: string): string {
  return `/pages/census/entry/entry?building=${buildingId}`;
}

async function sharedCard(page: Page, card: BuildingCard): Promise<SharedCard> {
  const { campaign } = await knownSession();
  const imageUrl = await paintPicture(page, cardPicture(card, campaign?.streetName ?? ''));
  const { buildingId } = card;
  return { title: cardTitle(card), path: pathOf(buildingId), ...(imageUrl === '' ? {} : { imageUrl }) };
}

/** Without network the card goes without a number rather than with an old one. */
export function shareBuilding(page: Page, buildingId: string): SharedCard & { promise: Promise<SharedCard> } {
  const plain = { title: PICTURE_WORDS.plainTitle, path: pathOf(buildingId) };
  const asking = building.shareCard({ buildingId });
  return { ...plain, promise: asking.then((reply) => (reply.ok ? sharedCard(page, reply.data) : plain)) };
}
