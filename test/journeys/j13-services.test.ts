/** J13, the part of the office: its guides, offices and courses, opened by the street's code and read without signing in. */
import { STREET_SCENE } from '@domain/link/scene';
import type { ProgressDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { change, COURSE, guideOf, residentAtHome } from '../cloudfunctions/fixture/services';
import { dataOf } from '../cloudfunctions/fixture/street';
import { problemsOf } from './kit/inspect';
import { openJourney, SCANNED, type Look } from './kit/journey';

const { journey, walk } = openJourney({ glyphs: true });
const street = () => journey.street;

/** The street's own code: it opens the first page and says nothing else. */
const PLATFORM_CODE: Look = { page: `pages/home/home?scene=${STREET_SCENE}`, scene: SCANNED };
const ELDER: Look = { ...PLATFORM_CODE, large: true };
/** The platform's bar of tabs hides what is below it. */
const TAB_BAR = 56;
const OFFICES = '谁在哪儿办公：党组织、居委会、业委会、物业';
const ENTRIES = ['办事', '学习', '活动', '心愿', '反映问题'];
/** Of five: the first three right. */
const THREE_RIGHT = ['关火，盖上锅盖', '堵住门缝，到窗口求救', '走楼梯，弯着腰', '白天可以', '自己的名字'];
const ALL_RIGHT = [...THREE_RIGHT.slice(0, 3), '不可以', '在哪儿着火'];

const entry = (name: string) => ({ role: 'link', name }) as const;
const choice = (name: string) => ({ role: 'radio', name }) as const;

async function answer(phone: PhoneDriver, answers: readonly string[]): Promise<void> {
  for (const one of answers) await phone.tap(choice(one));
  await phone.tap({ role: 'button', name: '看看对不对' });
}

/** Opens the fire course from home. */
async function atCourse(phone: PhoneDriver): Promise<void> {
  await phone.tap(entry('学习'));
  await phone.tap({ role: 'link', name: new RegExp(`^${COURSE}`) });
  await phone.see('油锅着火，盖锅盖');
}

describe('J13 the office tells and teaches', () => {
  walk('J13.S1 the street’s code opens a home with five entries, and nobody signs in', async () => {
    const phone = await journey.phone('outsider X', PLATFORM_CODE);

    for (const name of ENTRIES) await phone.see(name);

    expect(await phone.route()).toContain('pages/home/home');
    expect(await street().count('assignments', { userId: street().userId('outsider X') })).toBe(0);
  });

  walk('J13.S1 the scanner of the registration knows the street’s code too', async () => {
    const phone = await journey.phone('outsider X');
    await phone.tap({ role: 'tab', name: '登记' });
    await phone.tap('扫一扫门上的码');
    await phone.scan(STREET_SCENE);

    expect(await phone.route()).toBe('pages/home/home');
  });

  walk('J13.S1 S prints the poster that hangs in the hall', async () => {
    await street().runTimer('rollUp');
    const staff = await journey.phone('administrator S', { pc: true });
    await staff.tap({ role: 'button', name: /^去.*的页面$/ });
    await staff.tap(entry('印街道码海报'));
    await staff.tap({ role: 'button', name: '打印街道码海报' });
    await staff.see('做好了：A4 一页');
    expect(await problemsOf(staff, { pc: true })).toEqual([]);
    const denied = await journey.phone('resident X', { page: 'packages/ledger/pages/poster/poster' });
    await denied.idle();
    expect(await denied.text()).not.toContain('打印街道码海报');
  });

  walk('J13.S2 papers, hours and phone of 居住证明 are two taps away; the letters find it too', async () => {
    const phone = await journey.phone('outsider X', PLATFORM_CODE);
    phone.interactions = 0;

    await phone.tap(entry('办事'));
    await phone.tap(entry('居住证明'));

    expect(phone.interactions).toBeLessThanOrEqual(3);
    for (const words of ['要带什么', '房产证或租房合同', '什么时候', '打电话 10000000003']) {
      expect(await phone.text()).toContain(words);
    }
    await phone.back();
    await phone.type('找一件事', 'gljt');
    await phone.see('高龄津贴');
    expect(await phone.text()).not.toContain('居住证明');
    await phone.type('找一件事', '老年证');
    await phone.see('老年人优待证');
  });

  walk('J13.S2 who sits for 业委会 stands in the directory, with the office’s number', async () => {
    const phone = await journey.phone('outsider X', PLATFORM_CODE);
    await phone.tap(entry('办事'));

    await phone.tap(entry(OFFICES));

    await phone.see('业委会');
    await phone.see('苹果花园业主委员会');
    await phone.see('每周二、周四 19:00–20:30');
  });

  walk(
    'J13.S3 and X3: wrong answers are explained, one best result is kept, and a paper proves it',
    async () => {
      await residentAtHome(street());
      const phone = await journey.phone('resident A', PLATFORM_CODE);
      journey.forgive(phone, /^tap \d+: \d setData, [2-4] calls$/);
      await atCourse(phone);

      await answer(phone, THREE_RIGHT);
      await phone.see('有 2 题再想想，下面写了为什么');
      await phone.see('电池着火只要几秒，看着也来不及。请用小区车棚的充电桩。');
      await phone.see(`不对：${THREE_RIGHT[3]}`);
      await phone.see(`对：${THREE_RIGHT[2]}`);
      await answer(phone, ALL_RIGHT.slice(3));
      await phone.see('都答对了，学完了');
      await phone.see('回到课程');
      await phone.tap('开一张学习证明');
      await phone.tap(choice('不写名字'));
      await phone.see('学习证明');

      const [kept, ...others] = await street().all<ProgressDocument>('progress');
      expect([kept?.best, others]).toEqual([5, []]);
      const code = /Z-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/.exec(await phone.text())?.[0] ?? '';
      const stranger = await journey.phone('outsider X', PLATFORM_CODE);
      await stranger.tap(entry('办事'));
      await stranger.tap(entry('查证明：看一张证明是不是真的'));
      await stranger.type('证明上的编号', code.replace(/.$/, code.endsWith('0') ? '1' : '0'));
      await stranger.tap({ role: 'button', name: '查一查' });
      await stranger.see('这串编号好像有一位不对，照着证明再看一遍');
      await stranger.type('证明上的编号', code);
      await stranger.tap({ role: 'button', name: '查一查' });
      await stranger.see('这是真的，写的是这些');
      await stranger.see('5 题答对 5 题');
    },
  );

  walk('J13.S3 an outsider’s quiz is checked on the phone and not stored', async () => {
    const phone = await journey.phone('outsider X', PLATFORM_CODE);
    await atCourse(phone);

    await phone.tap({ role: 'button', name: '看看对不对' });
    await phone.see('这一题还没选，点一个');
    await answer(phone, THREE_RIGHT);

    await phone.see('有 2 题再想想，下面写了为什么');
    await phone.see('没登记也能学。登记以后，成绩会替您留着，还能开证明');
    expect(await street().count('progress')).toBe(0);
  });

  walk('J13.X1 guide, course and directory that were opened once are read without network', async () => {
    const phone = await journey.phone('outsider X', PLATFORM_CODE);
    await phone.tap(entry('办事'));
    await phone.see('居住证明');
    await phone.tap(entry(OFFICES));
    await phone.see('苹果花园业主委员会');
    await journey.restart(phone, { hash: '/pages/home/home' });
    await atCourse(phone);
    await journey.restart(phone, { hash: '/pages/home/home' });
    await phone.network('offline');

    await phone.tap(entry('办事'));

    await phone.see(/^现在没网，这是 .* 的$/);
    await phone.tap(entry('高龄津贴'));
    await phone.see('街道便民服务大厅 3 号窗口');
    await phone.back();
    await phone.tap(entry(OFFICES));
    await phone.see('苹果花园业主委员会');
    await phone.back();
    await phone.back();
    await atCourse(phone);
    await answer(phone, ALL_RIGHT);
    await phone.see('都答对了，学完了');
  });

  walk(
    'J13.X2 a neighbour of seventy sees the five ways at a glance and every button whole in 大字',
    async () => {
      const phone = await journey.phone('outsider X', { ...ELDER, width: 320, height: 640 });
      const lowest = await phone.shown
        .getByRole('link', { name: '反映问题' })
        .evaluate((one) => one.getBoundingClientRect().bottom);
      expect(lowest).toBeLessThanOrEqual(640 - TAB_BAR);
      const edges = () =>
        phone.shown
          .getByRole('link')
          .or(phone.shown.getByRole('button'))
          .evaluateAll((all) =>
            all.map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().right]),
          );
      for (const name of ENTRIES) await phone.see(name);
      const seen = [...(await edges())];
      await phone.tap(entry('办事'));
      await phone.see('居住证明');
      seen.push(...(await edges()));
      await phone.tap(entry('居住证明'));
      await phone.see('电话 10000000003');
      await phone.see({ role: 'button', name: '打电话 10000000003' });
      seen.push(...(await edges()));

      expect(seen.length).toBeGreaterThan(ENTRIES.length);
      expect(seen.every(([left = -1, right = 999]) => left >= 0 && right <= 320)).toBe(true);
    },
  );

  walk('J13.X6 the page is rated once a day, and S sees how', async () => {
    const guide = await guideOf(street());
    await change(street(), 'guides', { _id: guide._id, stars: { '5': 8, '3': 1 } });
    const phone = await journey.phone('outsider X', PLATFORM_CODE);
    await phone.tap(entry('办事'));
    await phone.tap(entry('居住证明'));

    await phone.tap(choice('有用'));
    await phone.see('记下了，谢谢您');

    const { guides } = dataOf(await street().as('administrator S').guide.readStats({}));
    expect(guides.find(({ title }) => title === '居住证明')).toEqual({
      id: guide._id,
      title: '居住证明',
      ratings: 10,
      average: 4.7,
    });
  });
});
