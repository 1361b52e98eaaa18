/** J13, the part of those who help: offered out of the registration, agreed to by the community, hours by two, thanks by consent. */
import type { HoursDocument, VolunteerDocument } from '../../cloudfunctions/repositories/documents';
import { activityAt } from '../cloudfunctions/fixture/activities';
import { approvedVolunteer, hoursAt, residentAtHome, teamAt } from '../cloudfunctions/fixture/volunteers';
import type { PhoneDriver } from '../browser/phone';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';
import type { Tour } from './kit/tour';
import { tourHelpers, tourHelping, tourOffering } from './kit/tour-people';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
const street = () => journey.street;
/** Where pictures go when somebody wants to look: a folder, or nothing. */
const PICTURES = process.env['WANJIA_PICTURES'];

const LIFE = '/packages/life/pages';
const MANAGE = '/packages/manage/pages';
const button = (name: string | RegExp) => ({ role: 'button', name }) as const;
const link = (name: string) => ({ role: 'link', name }) as const;
const radio = (name: string | RegExp) => ({ role: 'radio', name }) as const;

/** Enters two hours for somebody by hand. */
async function enterHours(phone: PhoneDriver, name: string): Promise<void> {
  await phone.tap(button('补记一条'));
  await phone.tap(radio(name));
  await phone.type('多少分钟', '120');
  await phone.tap(radio('当时签到码用不了'));
  await phone.type('写清楚做了什么', '周六一起打扫楼道');
  await phone.tap(button('记下，等另一位同事同意'));
}

/** What is signed is read back, and the seat that has come is asked for. */
const READ_BACK = /^tap \d+: \d setData, [23] calls$|volunteer: [2-4] calls to open$/;

async function offered(): Promise<PhoneDriver> {
  await residentAtHome(street());
  const phone = await journey.phone('resident A');
  journey.forgive(phone, READ_BACK);
  await journey.goTo(phone, '/pages/home/home');
  await phone.tap(link('办事'));
  await phone.tap(link('做志愿者，帮一把邻居'));
  await phone.tap(button('报名做志愿者'));
  return phone;
}

describe('J13 those who help', () => {
  walk('J13.5 and X8: offered, approved, served, certified and thanked', async () => {
    const own = await offered();
    await own.see(/^用您家登记过的：称呼、1\d\d\*{4}\d{4}，不用再填$/);
    await own.tap(radio(/^王小明/));
    await own.tap({ role: 'checkbox', name: '代买跑腿' });
    await own.tap({ role: 'checkbox', name: '周末白天' });
    await own.tap({ role: 'checkbox', name: '金河湾' });
    await own.tap({ role: 'checkbox', name: '我同意社区存下这些' });
    await own.tap(button('报名'));
    await own.see('报上了，等社区看');
    const volunteerId = street().userId('resident A');
    expect(await street().stored<VolunteerDocument>('volunteers', volunteerId)).toMatchObject({
      state: 'applied',
      isReused: true,
      places: [{ name: '苹果花园' }, { name: '金河湾' }],
    });

    const desk = await journey.phone('community S');
    await journey.goTo(desk, `${MANAGE}/volunteers/volunteers`);
    await desk.tap(button(/^王小明/));
    await desk.see('用的是自家登记的信息');
    await desk.see('愿意去：苹果花园、金河湾');
    await desk.tap(button('同意'));
    await desk.see('同意了，他签了承诺就能做');

    await journey.goTo(own, '/packages/home/pages/inbox/inbox');
    await own.tap('您是志愿者了');
    await own.tap(button('去签承诺'));
    await own.tap(button('我答应，签上'));
    await own.see('还没有服务记录');

    await desk.tap(link('时长'));
    await enterHours(desk, '王小明');
    await desk.see('是您记的，或者是您自己的，请另一位同事来看');
    const other = await journey.phone('community S2');
    await journey.goTo(other, `${MANAGE}/hours/hours`);
    await other.see('当时签到码用不了 “周六一起打扫楼道”');
    await other.tap(button(/^同意，算上/));
    await other.see('算上了，他会收到消息');

    await journey.goTo(own, `${LIFE}/volunteer/volunteer`);
    await own.tap(button('开时长证明'));
    await own.tap(radio('不写名字'));
    await own.see('志愿服务时长证明');
    await own.see('2 小时，共 1 次');
    await own.back();
    await own.tap(link('我的资料、歇一阵、感谢榜'));
    await own.tap(button('让名字上感谢榜'));
    await own.see('写上了，谢谢您');

    await street().runTimer('countVolunteers');
    const stranger = await journey.phone('outsider X');
    await journey.goTo(stranger, `${LIFE}/honour/honour`);
    await stranger.tap(radio('金果社区'));
    await stranger.see('王*明');
    await stranger.tap(radio('手工补记的时长'));
    await stranger.see('当时签到码用不了 · 算上了');
    expect(await stranger.text()).not.toContain('王');
  });

  walk('J13.4 L asks E to come to what the team does next; E sees it, and leaves the team', async () => {
    const { _id: teamId, leaderId } = await teamAt(street());
    await activityAt(street(), { teamId });
    const leader = await journey.phone('volunteer L');
    await journey.goTo(leader, `/packages/team/pages/team/team?id=${teamId}`);
    await leader.tap(button(/^请他来/));
    await leader.see('请了，他会收到消息');
    const served = hoursAt(street(), 'volunteer E', { teamId, minutes: 90 });
    await street().replaceAll('hours', [served]);
    await leader.tap(link('队里一共做了多久'));
    await leader.see('一共服务 1 小时 30 分');
    await leader.see(/^.\*. · 1 小时 30 分 · 3月10日$/);
    const desk = await journey.phone('community S');
    await journey.goTo(desk, '/packages/team/pages/teams/teams');
    await desk.tap(button(/^清洁小队/));
    await desk.tap(link('队里一共做了多久'));
    await desk.see('一共服务 1 小时 30 分');

    const member = await journey.phone('volunteer E');
    journey.forgive(member, READ_BACK);
    await journey.goTo(member, `/packages/team/pages/team/team?id=${teamId}`);
    await member.see('周六清洁日');
    await member.tap(button('退出这支队'));
    await member.tap(button('退出'));
    await member.see('还没有加入志愿队');
    expect(await street().stored('teams', teamId)).toMatchObject({ members: [leaderId] });
  });

  walk('J13.X8 who stops is told so, and has the hours certified from the seat at home', async () => {
    await residentAtHome(street());
    await approvedVolunteer(street(), 'resident A');
    await street().replaceAll('hours', [hoursAt(street(), 'resident A', { minutes: 120 })]);
    const phone = await journey.phone('resident A');
    journey.forgive(phone, READ_BACK);
    await journey.goTo(phone, `${LIFE}/volunteer-profile/volunteer-profile`);
    await phone.tap({ role: 'checkbox', name: '和家园' });
    await phone.tap(button('存好'));
    await phone.see('存好了');
    const own = await street().stored<VolunteerDocument>('volunteers', street().userId('resident A'));
    expect(own).toMatchObject({ places: [{ name: '和家园' }] });
    await phone.tap(button('不做志愿者了'));
    await phone.tap(button('不做了'));
    await phone.see('办好了，您不再是志愿者。谢谢您帮过的忙');
    await phone.see('志愿者的身份已经结束');
    await phone.tap(button('开时长证明'));
    await phone.tap(radio('王小明'));
    await phone.see('2 小时，共 1 次');
  });

  walk('J13.X8 who stops and has no home here still reads what was done, and has it certified', async () => {
    await approvedVolunteer(street(), 'outsider X');
    await street().replaceAll('hours', [hoursAt(street(), 'outsider X', { minutes: 120 })]);
    const phone = await journey.phone('outsider X');
    journey.forgive(phone, READ_BACK);
    await journey.goTo(phone, `${LIFE}/volunteer-profile/volunteer-profile`);
    await phone.tap(button('不做志愿者了'));
    await phone.see(/服务记录都留着，随时能看/);
    await phone.tap(button('不做了'));
    await phone.see('志愿者的身份已经结束');
    await phone.see('一共服务 2 小时');
    if (PICTURES !== undefined) await phone.shot(`${PICTURES}/volunteer-left.png`);
    await phone.tap(button('开时长证明'));
    await phone.tap(radio('林小满'));
    await phone.see('2 小时，共 1 次');
  });

  walk('J13.E3 S’s own hours are refused in words; others enter them and a third agrees', async () => {
    await approvedVolunteer(street(), 'administrator S');
    const desk = await journey.phone('community S');
    await journey.goTo(desk, '/pages/my/my');
    await desk.tap(radio(/^社区/));
    await journey.goTo(desk, `${MANAGE}/hours/hours`);
    await enterHours(desk, '林小满');
    await desk.see('自己的时长不能自己记，请另一位同事来记');
    expect(await street().count('hours')).toBe(0);

    const other = await journey.phone('community S2');
    await journey.goTo(other, `${MANAGE}/hours/hours`);
    await enterHours(other, '林小满');
    await other.see('记下了，等另一位同事同意');
    const third = await journey.phone('administrator ADM');
    await journey.goTo(third, `${MANAGE}/hours/hours`);
    await third.tap(button(/^同意，算上/));
    const [row] = await street().all<HoursDocument>('hours');
    expect([row?.state, row?.decidedBy]).toEqual(['granted', street().userId('administrator ADM')]);
  });

  walk('J13.E4 a child offers with a parent’s word, and not without', async () => {
    const phone = await offered();
    await phone.tap(radio(/^王小雨/));
    await phone.tap({ role: 'checkbox', name: '代买跑腿' });
    await phone.tap({ role: 'checkbox', name: '我同意社区存下这些' });
    await phone.tap(button('报名'));
    await phone.see('写一下同意的家长叫什么');
    expect(await street().count('volunteers', { state: 'applied' })).toBe(0);

    await phone.type('同意的家长叫什么', '王小明');
    await phone.tap({ role: 'checkbox', name: '家长在旁边，同意孩子做志愿者' });
    await phone.tap(button('报名'));
    await phone.see('报上了，等社区看');
  });
});

const LOOKS: readonly (readonly [string, Look])[] = [
  ['large', { width: 320, height: 640, large: true }],
  ['standard', {}],
  ['dark', { dark: true }],
  ['pc', { pc: true }],
];

describe('J13 the pages of those who help', () => {
  for (const [name, look] of PICTURES === undefined ? LOOKS.slice(0, 1) : LOOKS) {
    walk(`J13.P1 ${name}: have targets for thumbs, names for ears, and cut nothing`, async () => {
      const problems: string[] = [];
      const tour: Tour = {
        street: street(),
        phone: (person, own) => journey.phone(person, own),
        goTo: (phone, url) => journey.goTo(phone, url),
        async stop(stop, phone) {
          await phone.meter();
          const found = await problemsOf(phone, look);
          problems.push(...found.map((problem) => `${stop}: ${problem}`));
          if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${stop}-${name}.png`);
        },
      };
      await tourOffering(tour, look);
      await street().reset();
      await tourHelping(tour, look);
      await street().reset();
      await tourHelpers(tour, look);
      expect(problems).toEqual([]);
    });
  }
});
