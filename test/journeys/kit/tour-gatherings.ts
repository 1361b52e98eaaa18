/** Pages of activities and notices: of who comes, and of who makes them. */
import { activityAt, AS_VOLUNTEER, atTheDoor } from '../../cloudfunctions/fixture/activities';
import { publish } from '../../cloudfunctions/fixture/notices';
import { dataOf } from '../../cloudfunctions/fixture/street';
import type { Look } from './journey';
import type { Tour } from './tour';

const LIFE = 'packages/life/pages';
/** The person is asked for first, then what they came for. */
const READ_BACK = /calls/;

/** An activity as a volunteer meets it, and the organiser's phone at the place. */
export async function tourGathering(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  const leaderId = street.userId('volunteer L');
  const { activity, volunteer, code } = await atTheDoor(street, { leaderId, teamName: '苹果花园志愿队' });
  const { _id: id, startAt, endAt } = activity;
  const on = async (person: string, page: string, now = startAt) => {
    const phone = await tour.phone(person, { ...look, now, page: `${LIFE}/${page}?id=${id}` });
    tour.forgive?.(phone, READ_BACK);
    return phone;
  };
  const desk = await on('volunteer L', 'activity-detail/activity-detail');
  await desk.tap({ role: 'link', name: '我在现场，亮出签到码' });
  await tour.stop('check-desk-open', desk);
  await desk.tap({ role: 'button', name: '我在现场，亮码' });
  await desk.see('现在在场 0 人，报上名的 1 人');
  await desk.tap({ role: 'button', name: '看谁来了' });
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
  await tour.goTo(phone, `/${LIFE}/check-in/check-in?id=${id}`);
  await tour.stop('check-in-done', phone);
  const stranger = await on('resident X', 'check-in/check-in');
  await tour.stop('check-in-none', stranger);
  await tour.goTo(stranger, `/${LIFE}/check-desk/check-desk?id=${id}`);
  await tour.stop('check-desk-none', stranger);
  await tour.goTo(stranger, `/${LIFE}/activities/activities`);
  await tour.stop('activities', stranger);
}

/** The community makes an activity, sees who comes and calls it off; the grid worker writes to a building. */
export async function tourGatheringOffice(tour: Tour, look: Look = {}): Promise<void> {
  const { street } = tour;
  await street.runTimer('rollUp');
  const { _id: activityId } = await activityAt(street);
  for (const person of ['volunteer E', 'volunteer F']) {
    dataOf(await street.as(person).activity.signup({ activityId, person: AS_VOLUNTEER }));
  }
  await publish(street);
  const office = await tour.phone('community S', look);
  tour.forgive?.(office, READ_BACK);
  await office.tap({ role: 'button', name: /^去.*的页面$/ });
  await office.tap({ role: 'link', name: '办活动、看报名' });
  await tour.stop('activity-edit', office);
  await office.tap({ role: 'button', name: '办一个活动' });
  await office.tap({ role: 'button', name: '交去检查' });
  await office.see('集合的地方至少写两个字');
  await tour.stop('activity-edit-new', office);
  await office.tap({ role: 'button', name: /^周六清洁日/ });
  await office.see('谁来');
  await tour.stop('activity-edit-people', office);
  await office.tap({ role: 'button', name: '取消这个活动' });
  await tour.stop('activity-edit-cancel', office);
  await tour.goTo(office, '/packages/ledger/pages/poster/poster');
  await tour.stop('poster', office);
  const worker = await tour.phone('worker W1', look);
  tour.forgive?.(worker, READ_BACK);
  await worker.tap({ role: 'button', name: /^去.*的页面$/ });
  await worker.tap({ role: 'link', name: '写通知、看送达' });
  await worker.tap({ role: 'button', name: /^周六停水/ });
  await worker.tap({ role: 'button', name: '改一改' });
  await tour.stop('notice-edit-again', worker);
  await worker.tap({ role: 'button', name: '写一条通知' });
  await tour.stop('notice-edit-buildings', worker);
}
