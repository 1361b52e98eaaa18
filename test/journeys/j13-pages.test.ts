/** J13, steps 4 and 5 on the phones of those who take part: the code on S's phone, the camera of E's, and what the time is worth. */
import { setTimeout as wait } from 'node:timers/promises';
import { textOfCode } from '@domain/activity/shown-code';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../cloudfunctions/fixture/activities';
import type { ActivityDocument, SignupDocument } from '../../cloudfunctions/repositories/documents';
import { crowdOf } from '../cloudfunctions/fixture/crowd';
import { publish, WORDS } from '../cloudfunctions/fixture/notices';
import { register } from '../cloudfunctions/fixture/residents';
import { residentAtHome } from '../cloudfunctions/fixture/volunteers';
import { dataOf } from '../cloudfunctions/fixture/street';
import type { PhoneDriver } from '../browser/phone';
import { AT_WORK, inspected } from './kit/inspected';
import { openJourney, type Look } from './kit/journey';
import { tourGathering, tourGatheringOffice } from './kit/tour-gatherings';

const { journey, walk } = openJourney({ glyphs: true });
const LIFE = 'packages/life/pages';
const POLL_MS = 100;
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
  walk('J13.S5 X, who has no home here yet, is led to register it', async () => {
    const { _id: activityId } = await activityAt(journey.street);
    const phone = await onPhone('outsider X', `activity-detail/activity-detail?id=${activityId}`, {});
    await phone.tap({ role: 'button', name: '我要报名' });
    await phone.see('登记过的居民和志愿者可以报名');
    await phone.tap({ role: 'link', name: '先登记自己家' });
    expect(await phone.route()).toContain('pages/census/entry/entry');
  });

  walk(
    'J13.X8 and E4: A sees what of the registration is used and may leave it; a child needs a guardian',
    async () => {
      const { street } = journey;
      const { _id: activityId } = await activityAt(street);
      await residentAtHome(street);
      const phone = await onPhone('resident A', `activity-detail/activity-detail?id=${activityId}`, {});
      const radio = (name: string) => ({ role: 'radio', name }) as const;
      await phone.tap({ role: 'button', name: '我要报名' });
      await phone.see(/^用您家登记过的名字和电话 1\d\d\*{4}\d{4}，点谁就是谁；不用也行$/);
      await phone.tap(radio('不用登记里的，自己写'));
      await phone.type('姓名', '李小雨');
      await phone.type('手机号', '10000000909');
      await phone.tap(radio('没满'));
      await phone.tap({ role: 'button', name: '报名' });
      await phone.see('写上家长或监护人姓名');
      expect(await street.count('signups')).toBe(0);
      await phone.type('孩子的家长或监护人姓名（同意孩子参加）', '王小明');
      await phone.tap({ role: 'button', name: '报名' });
      await phone.see('报上了，到时候见');
    },
  );

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
    await phone.type('或者填 6 位数', (await shownOn(desk, activityId)).slice(-6));
    await phone.tap({ role: 'button', name: '签到' });
    await phone.see('09:00 签到了');
    // The digits of the coming are not those of the going.
    expect(await phone.shown.locator('input:visible').inputValue()).toBe('');

    await street.clock.set(endAt);
    await desk.passTime(endAt - startAt);
    await desk.see('现在在场 1 人，报上名的 1 人');
    await phone.scan(await shownOn(desk, activityId));
    await phone.tap({ role: 'button', name: '扫码签退' });
    await phone.see('这次服务 2 小时，记在您的时长里了。');
    await phone.tap({ role: 'link', name: '说说这次活动怎么样' });
    await phone.tap({ role: 'radio', name: '很好' });
    await phone.see('记下了，谢谢您');
    await phone.see('这次 2 小时');
    const [row] = await street.all<SignupDocument>('signups');
    expect(row).toMatchObject({ minutes: 120, stars: 5 });
    await journey.restart(phone, { hash: '/pages/my/my' });
    await phone.tap({ role: 'link', name: '我的活动、心愿和问题' });
    await phone.see('一共服务 2 小时');
    await phone.tap({ role: 'link', name: /^周六清洁日，您来过了/ });
    await phone.see('苹果花园南门');
    expect(endAt - startAt).toBe(2 * HOUR_MS);
  });
});

describe('J13 an activity from the desk to the line', () => {
  walk(
    'J13.S4 S makes it and lets it out; the 21st waits, is offered the place of who cancelled, and takes it',
    async () => {
      const { street } = journey;
      await street.runTimer('rollUp');
      const office = await journey.phone('community S', { pc: true });
      journey.forgive(office, READ_BACK);
      await office.tap({ role: 'button', name: /^去.*的页面$/ });
      await office.tap({ role: 'link', name: '办活动、看报名' });
      await office.tap({ role: 'button', name: '办一个活动' });
      await office.type('名称', '周六清洁日');
      await office.type('在哪儿集合', '苹果花园南门');
      await office.tap({ role: 'button', name: '交去检查' });
      await office.see('交上去了。机器看过以后，到发布台放行，大家才能报名。');
      const [made] = await street.all<ActivityDocument>('activities');
      const activityId = made?._id ?? '';
      const early = await street.as('volunteer E').activity.read({ activityId });
      expect(early).toMatchObject({ problem: { code: 'NOT_FOUND' } });
      await street.runTimer('checkContents');
      await office.tap({ role: 'link', name: '去发布台' });
      await office.tap({ role: 'button', name: /^活动，周六清洁日/ });
      await office.tap('发布');
      await office.see('发布了');

      const [first, ...others] = await crowdOf(street, 20);
      for (const one of [first, ...others]) {
        dataOf(await one!.calls.activity.signup({ activityId, person: AS_VOLUNTEER }));
      }
      const phone = await onPhone('volunteer E', 'activities/activities', {});
      await phone.tap({ role: 'link', name: /^周六清洁日.*名额满了$/ });
      await phone.tap({ role: 'button', name: '名额满了，我排队' });
      await phone.see('排队第 1 位，有名额就告诉您');
      dataOf(await first!.calls.activity.cancel({ activityId, version: 1 }));
      await street.runTimer('keepActivities');
      await journey.restart(phone, { hash: '/pages/home/home' });
      await phone.tap({ role: 'link', name: /条新消息$/ });
      await phone.tap({ role: 'link', name: /周六清洁日/ });
      await phone.tap({ role: 'button', name: '我去' });
      await phone.see('报上了，到时候见');
    },
  );

  walk('J13.E5 S calls it off and sees that all are told; E reads it in the inbox', async () => {
    const { street } = journey;
    await street.runTimer('rollUp');
    const { _id: activityId } = await activityAt(street);
    dataOf(await street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER }));
    const office = await journey.phone('community S');
    journey.forgive(office, READ_BACK);
    await office.tap({ role: 'button', name: /^去.*的页面$/ });
    await office.tap({ role: 'link', name: '办活动、看报名' });
    await office.tap({ role: 'button', name: /^周六清洁日/ });
    await office.see('报上了');
    await office.tap({ role: 'button', name: '取消这个活动' });
    await office.tap('取消，告诉大家');
    await office.see(/^取消了：.+报过名的人一分钟内都会收到消息/);
    await street.runTimer('keepActivities');
    const phone = await journey.phone('volunteer E');
    journey.forgive(phone, READ_BACK);
    await phone.tap({ role: 'link', name: /条新消息$/ });
    await phone.tap({ role: 'link', name: /周六清洁日/ });
    await phone.see('这个活动取消了，不用过去');
  });
});

describe('J13 a notice by a link', () => {
  walk(
    'J13.X7 who lives there and opens it by a link is counted; W1 writes to the own building',
    async () => {
      const { street } = journey;
      await register(street, street.door('苹果花园 3-2-502'));
      const noticeId = await publish(street);
      const phone = await onPhone('resident A', `notice/notice?id=${noticeId}`, {});
      await phone.see(WORDS.body);
      while ((await street.count('reaches', { noticeId, read: 1 })) === 0) await wait(POLL_MS);

      const worker = await journey.phone('worker W1');
      journey.forgive(worker, READ_BACK);
      await worker.tap({ role: 'button', name: /^去.*的页面$/ });
      await worker.tap({ role: 'link', name: '写通知、看送达' });
      await worker.tap({ role: 'button', name: '写一条通知' });
      await worker.type('标题', '周日停电');
      await worker.type('正文', '周日上午停电两小时。');
      await worker.tap({ role: 'radio', name: '苹果花园 3号楼' });
      await worker.tap('交去检查');
      await worker.see('交上去了。机器看过以后，社区放行才会发出去。');
      await worker.tap({ role: 'button', name: /^周六停水/ });
      await worker.tap({ role: 'button', name: '改一改' });
      await worker.type('正文', '改到周日上午停水。');
      await worker.tap('交去检查');
      await worker.see('交上去了。机器看过以后，社区放行才会发出去。');
      expect(await street.count('notices')).toBe(2);
      expect(await street.stored('notices', noticeId)).toMatchObject({
        body: WORDS.body,
        state: 'published',
      });
    },
  );
});

describe('J13 the pages of activities, on a computer in the dark, on a phone, and in 大字 on 320 px,', () => {
  walk('J13.P have targets for thumbs, names for ears, and cut nothing: who comes', async () => {
    expect(await inspected(journey, tourGathering, AT_WORK)).toEqual([]);
  });

  walk('J13.P keep the same rules: who makes it', async () => {
    expect(await inspected(journey, tourGatheringOffice, AT_WORK)).toEqual([]);
  });
});
