/** J13, steps 4 and 5 on the phones of those who take part: the code on S's phone, the camera of E's, and what the time is worth. */
import { textOfCode } from '@domain/activity/shown-code';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../cloudfunctions/fixture/activities';
import type { SignupDocument } from '../../cloudfunctions/repositories/documents';
import { dataOf } from '../cloudfunctions/fixture/street';
import type { PhoneDriver } from '../browser/phone';
import { inspected } from './kit/inspected';
import { openJourney, type Look } from './kit/journey';
import { tourGathering } from './kit/tour-gatherings';

const { journey, walk } = openJourney({ glyphs: true });
const LIFE = 'packages/life/pages';
/** The person is asked for first, then the activity. */
const READ_BACK = /calls/;

async function onPhone(person: string, page: string, look: Look): Promise<PhoneDriver> {
  const phone = await journey.phone(person, { ...look, page: `${LIFE}/${page}` });
  journey.forgive(phone, READ_BACK);
  return phone;
}

async function shownOn(desk: PhoneDriver, activityId: string): Promise<string> {
  const [, first = '', second = ''] = /(\d{3}) (\d{3})/.exec(await desk.text()) ?? [];
  return textOfCode({ activityId, code: first + second });
}

describe('J13 an activity on the phones of those who come', () => {
  walk('J13.S5 E scans the code on S’s phone, comes and goes, and reads two hours', async () => {
    const { street } = journey;
    const { _id: activityId, startAt, endAt } = await activityAt(street);
    dataOf(await street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER }));
    await street.clock.set(startAt);
    const desk = await onPhone('community S', `check-desk/check-desk?id=${activityId}`, { now: startAt });
    await desk.tap({ role: 'button', name: '我在现场，亮码' });
    await desk.see('现在在场 0 人，报上名的 1 人');

    const phone = await onPhone('volunteer E', `activity-detail/activity-detail?id=${activityId}`, {
      now: startAt,
    });
    await phone.tap({ role: 'button', name: '签到' });
    await phone.scan(await shownOn(desk, 'another'));
    await phone.tap({ role: 'button', name: '扫码签到' });
    await phone.see('这不是这个活动的码，请扫组织人手机上的那张');
    await phone.scan(await shownOn(desk, activityId));
    await phone.tap({ role: 'button', name: '扫码签到' });
    await phone.see('09:00 签到了');

    await street.clock.set(endAt);
    await desk.passTime(endAt - startAt);
    await desk.see('现在在场 1 人，报上名的 1 人');
    await phone.type('或者填 6 位数', (await shownOn(desk, activityId)).slice(-6));
    await phone.tap({ role: 'button', name: '签退' });
    await phone.see('这次服务 2 小时，记在您的时长里了。');
    await phone.tap({ role: 'link', name: '说说这次活动怎么样' });
    await phone.tap({ role: 'radio', name: '很好' });
    await phone.see('这次 2 小时');
    const [row] = await street.all<SignupDocument>('signups');
    expect(row).toMatchObject({ minutes: 120, stars: 5 });
    expect(endAt - startAt).toBe(2 * HOUR_MS);
  });
});

describe('J13 the pages of activities', () => {
  const looks: readonly (readonly [string, Look])[] = [
    ['on a phone', {}],
    ['in the dark on a computer', { dark: true, pc: true }],
    ['in 大字 on 320 px', { width: 320, height: 640, large: true }],
  ];
  for (const [words, style] of looks) {
    walk(`J13.P ${words} have targets for thumbs, names for ears, and cut nothing`, async () => {
      expect(await inspected(journey, tourGathering, style)).toEqual([]);
    });
  }
});
