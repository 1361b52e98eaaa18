/** Pages of activities and notices: of who comes, and of who makes them. */
import { atTheDoor } from '../../cloudfunctions/fixture/activities';
import { dataOf } from '../../cloudfunctions/fixture/street';
import type { Look } from './journey';
import type { Tour } from './tour';

const LIFE = 'packages/life/pages';
/** The person is asked for first, then what they came for. */
const READ_BACK = /calls/;

/** An activity as a volunteer meets it, and the organiser's phone at the place. */
export async function tourGathering(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const { activity, volunteer, code } = await atTheDoor(street);
  const { _id: id, startAt, endAt } = activity;
  const on = async (person: string, page: string, now = startAt) => {
    const phone = await tour.phone(person, { ...look, now, page: `${LIFE}/${page}?id=${id}` });
    tour.forgive?.(phone, READ_BACK);
    return phone;
  };
  const desk = await on('community S2', 'check-desk/check-desk');
  await tour.stop('check-desk-open', desk);
  await desk.tap({ role: 'button', name: '我在现场，亮码' });
  await desk.see('现在在场 0 人，报上名的 1 人');
  await tour.stop('check-desk', desk);
  const phone = await on('volunteer E', 'activity-detail/activity-detail');
  await tour.stop('activity-detail', phone);
  await phone.tap({ role: 'button', name: '签到' });
  await phone.type('或者填 6 位数', '12345');
  await phone.tap({ role: 'button', name: '签到' });
  await tour.stop('check-in', phone);
  dataOf(await volunteer.activity.checkin({ activityId: id, code: await code() }));
  await street.clock.set(endAt);
  dataOf(await volunteer.activity.checkout({ activityId: id, code: await code() }));
  await tour.restart(phone, { hash: `/${LIFE}/check-in/check-in?id=${id}` });
  await tour.stop('check-in-done', phone);
  const stranger = await on('resident X', 'check-in/check-in');
  await tour.stop('check-in-none', stranger);
  await tour.restart(stranger, { hash: `/${LIFE}/check-desk/check-desk?id=${id}` });
  await tour.stop('check-desk-none', stranger);
  await tour.restart(stranger, { hash: `/${LIFE}/activities/activities` });
  await tour.stop('activities', stranger);
}
