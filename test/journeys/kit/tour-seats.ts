/** The way into a seat and what is done with seats: offered, taken, pledged, bound to a phone, handed over, given units. */
import { offer, offerByTwo, PIN } from '../../cloudfunctions/fixture/seat-steps';
import type { Look } from './journey';
import type { Tour } from './tour';

const MANAGE = '/packages/manage/pages';
/** A new seat is read back after the touch, so that the next page knows it; the last of them is the first page of work. */
const READ_BACK = /^tap \d+: \d setData, [23] calls$/;
/** The link of an open invitation is fetched behind the list, for the button that shares it. */
const LINK = /people: 2 calls to open$/;
const JOIN = 'packages/seat/pages/join/join';

/** Somebody new, from the card to the first page of work. */
export async function tourSeat(tour: Tour, look: Look = {}): Promise<void> {
  const { token } = await offerByTwo(tour.street, 'SA');
  const phone = await tour.phone('outsider X', { ...look, page: `${JOIN}?offer=${token}` });
  tour.forgive?.(phone, READ_BACK);
  await tour.stop('seat-join', phone);
  await phone.tap('接受');
  await tour.stop('seat-pledge', phone);
  await phone.tap('我答应，签上');
  await tour.stop('seat-device', phone);
  await phone.type('6 位口令', PIN);
  await phone.type('再输一遍', PIN);
  await phone.tap('绑定');
  await phone.tap({ role: 'link', name: '我的手机，停用' });
  await phone.see('就是这一台');
  await tour.stop('seat-phones', phone);
  await phone.tap({ role: 'button', name: /^停用这台，手机/ });
  await phone.see('停用这台手机？');
  await tour.stop('seat-phones-ask', phone);
  await phone.tap('停用');
  await phone.see('先绑定这台手机');
}

/** The community's people, a new one, and the units of a building. */
export async function tourPeople(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await offer(street, { role: 'GW', areaIds: [street.area('金果01网格')] });
  const phone = await tour.phone('community S', look);
  tour.forgive?.(phone, LINK);
  await tour.goTo(phone, `${MANAGE}/people/people`);
  await phone.tap({ role: 'button', name: /，金果01网格/ });
  await tour.stop('people', phone);
  await tour.goTo(phone, `${MANAGE}/offer/offer?role=BH`);
  await tour.stop('offer', phone);
  const units = `compound=${street.area('苹果花园')}&building=${street.building('苹果花园 3')}`;
  await tour.goTo(phone, `${MANAGE}/units/units?${units}`);
  await tour.stop('units', phone);
}
