/** What people do in the second journey: open a building's card, choose a door, hand in, and look at what the head sees. */
import type { PhoneDriver } from '../../browser/phone';
import { answerEverything, handIn, radio } from './family';
import type { Journey, Look } from './journey';

export const GROUP = 'group-code-apple3';
/** A card in a chat. */
const CARD_IN_CHAT = 1044;
const CARD = 1007;

export function cardPage(buildingId: string): string {
  return `pages/census/entry/entry?building=${buildingId}`;
}

/** How a phone stands after the card was tapped inside the chat. */
export function tapped(buildingId: string, look: Look = {}): Look {
  return { page: cardPage(buildingId), scene: CARD_IN_CHAT, group: GROUP, ...look };
}

/** The same card, sent on to somebody outside. */
export function forwarded(buildingId: string, look: Look = {}): Look {
  return { page: cardPage(buildingId), scene: CARD, ...look };
}

/** From the card to the form of a door: unit, room, consent. */
export async function chooseDoor(phone: PhoneDriver, unit: string, room: string): Promise<void> {
  await phone.tap('选我家的房号');
  await phone.tap(radio(unit));
  await phone.tap(radio(room));
  await phone.see('我看过说明，同意登记');
}

export async function fillPickedDoor(phone: PhoneDriver): Promise<void> {
  await phone.tap({ role: 'checkbox', name: '我看过说明，同意登记' });
  await phone.tap('是这一户，开始填');
  await answerEverything(phone);
  await handIn(phone);
  await phone.see('已交，等网格员确认');
}

export async function registerByCard(phone: PhoneDriver, unit: string, room: string): Promise<void> {
  await chooseDoor(phone, unit, room);
  await fillPickedDoor(phone);
}

/** 我的楼 in the hands of the building head. */
export async function headPhone(journey: Journey, look: Look = {}): Promise<PhoneDriver> {
  const phone = await journey.phone('building head H3', look);
  await phone.tap({ role: 'button', name: /^去.*的页面$/ });
  return phone;
}

/** The card tapped in the chat on a phone whose owner has opened the mini-program before. */
export async function tapAgain(journey: Journey, phone: PhoneDriver, buildingId: string): Promise<void> {
  await journey.restart(phone, { hash: `/${cardPage(buildingId)}`, scene: CARD_IN_CHAT, group: GROUP });
}

/** The card as the phone would send it now. */
export async function share(phone: PhoneDriver): Promise<{ title: string; path: string; imageUrl: string }> {
  await phone.tap({ role: 'button', name: '把卡片发到群里' });
  await phone.see('关闭');
  const card = await phone.shareCard();
  if (card === undefined) throw new Error('nothing was shared');
  await phone.tap('关闭');
  return card;
}
