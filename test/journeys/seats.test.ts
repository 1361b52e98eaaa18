/**
 * Seats (D41), over the pages on which they are given, handed on and stopped: somebody new is asked in, gets units, passes them on and
 * is stopped; whoever has several seats acts in one at a time.
 */
import type { AssignmentDocument, WallDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { offer, offerByTwo, PIN, take } from '../cloudfunctions/fixture/seat-steps';
import { dataOf } from '../cloudfunctions/fixture/street';
import { radio } from './kit/family';
import { openJourney } from './kit/journey';
import { openDoor, tile, toWall, untilEntries } from './kit/stairwell';

const { journey, walk } = openJourney({ patienceMs: 150_000 });
const MANAGE = '/packages/manage/pages';
const JOIN = 'packages/seat/pages/join/join';
/** What a step did is read back, and the link of an open offer is fetched behind the list. */
const MORE_CALLS = /setData, \d+ calls$|calls to open/;
const inSheet = (name: string) => ({ role: 'button', name, in: { role: 'dialog' } });

async function opened(person: string, hash: string): Promise<PhoneDriver> {
  const phone = await journey.phone(person);
  journey.forgive(phone, MORE_CALLS);
  await journey.restart(phone, { hash });
  return phone;
}

/** S asks a volunteer in; answers the page that the card opens. */
async function askedIn(s: PhoneDriver): Promise<string> {
  await s.tap(radio('志愿网格员'));
  await s.tap('请人来');
  await s.tap('做一份邀请');
  await s.see('先选在哪里');
  await s.tap({ role: 'checkbox', name: '金果社区' });
  await s.type('对方的名字', '王小明');
  await s.tap('做一份邀请');
  await s.see('邀请做好了，发给对方本人');
  await s.tap({ role: 'button', name: '发给对方' });
  await s.see('关闭');
  const card = await s.shareCard();
  await s.tap('关闭');
  expect(card?.title).toBe('请您担任志愿网格员');
  return (card?.path ?? '').replace(/^\//, '');
}

/** X takes the seat and promises; the link has then been used. */
async function takes(page: string): Promise<PhoneDriver> {
  const x = await journey.phone('outsider X', { page });
  journey.forgive(x, MORE_CALLS);
  await x.see('请您担任');
  await x.see('志愿网格员');
  await x.tap('接受');
  await x.see('保密承诺');
  await x.tap('我答应，签上');
  expect(await x.route()).toMatch(/^packages\/worker\//);
  const [, token = ''] = page.split('offer=');
  const late = await journey.street.as('volunteer E', null).session.takeOffer({ token });
  expect(late.ok).toBe(false);
  return x;
}

async function assigneeOf(room: string): Promise<string | undefined> {
  const { unitId } = journey.street.door(`苹果花园 3-${room}`);
  return (await journey.street.stored<WallDocument>('walls', unitId))?.assigneeId;
}

describe('a seat', () => {
  walk('is offered, taken, given units, relieved of them, and stopped while its page is open', async () => {
    const { street } = journey;
    const s = await opened('community S', `${MANAGE}/people/people`);
    const x = await takes(await askedIn(s));

    const units = `compound=${street.area('苹果花园')}&building=${street.building('苹果花园 3')}`;
    await journey.goTo(s, `${MANAGE}/units/units?${units}`);
    await s.tap('就这样分');
    await s.see('先选单元');
    await s.tap({ role: 'checkbox', name: /^2单元/ });
    await s.tap({ role: 'radio', name: /^王\*明/ });
    await s.tap('就这样分');
    await s.see('分好了，1 个单元，两边都告诉了');
    expect(await assigneeOf('2-502')).toBe(street.userId('outsider X'));

    await x.tap({ role: 'tab', name: '我的楼' });
    await x.tap('下载今天要走的');
    await x.see('下载好了，没网也能用');
    await toWall(x);
    await openDoor(x, '2单元', '502');
    await x.see('敲门结果');
    expect(await x.text()).not.toContain('看电话');

    await journey.goTo(s, `${MANAGE}/people/people`);
    await s.tap(radio('志愿网格员'));
    await s.tap({ role: 'button', name: /^王\*明，/ });
    await s.tap({ role: 'radio', in: { role: 'radiogroup', name: '交给谁' } });
    await s.tap('交过去');
    await s.see('交了 1 个单元、0 件事');
    expect(await assigneeOf('2-502')).toBe(street.userId('volunteer V1'));

    await s.tap({ role: 'button', name: /^王\*明，/ });
    await s.tap('停用');
    await s.see('马上不能再改，一分钟内也看不到了');
    await s.tap(inSheet('停用'));
    await s.see('停用了。0 个单元、0 件事交回网格员');
    await x.tap(tile('无人'));
    await untilEntries(x, (states) => states.includes('parked'));
    await x.see('没交成，到“待上传”里看一下');
    expect(await street.count('visits')).toBe(0);
    await journey.goTo(x, '/packages/worker/pages/outbox/outbox');
    await x.see('这里要有相应的身份才能看，可以请社区帮忙');
    // What is only read may come from a memory of a minute.
    await street.clock.set(street.clock.now() + 61_000);
    await journey.goTo(x, '/packages/worker/pages/tasks/tasks');
    await x.see('这里要有相应的身份才能看，可以请社区帮忙');
    const seats = await street.all<AssignmentDocument>('assignments', {
      userId: street.userId('outsider X'),
    });
    expect(seats.map(({ role, state }) => [role, state])).toEqual([['GV', 'suspended']]);
  });

  walk('of an office is bound to the phone by a PIN; of two seats one acts at a time', async () => {
    const { street } = journey;
    const { calls } = await take(street, 'outsider X', await offer(street));
    dataOf(await calls.session.signPledge({ version: '1' }));
    const { token } = await offerByTwo(street, 'CA', [street.area('金果社区')]);
    const x = await journey.phone('outsider X', { page: `${JOIN}?offer=${token}` });
    journey.forgive(x, MORE_CALLS);
    await x.tap('接受');
    await x.tap('我答应，签上');
    await x.see('绑定这台手机');
    await x.type('6 位口令', PIN);
    await x.type('再输一遍', '135791');
    await x.tap('绑定');
    await x.see('两遍不一样，再输一次');
    await x.type('再输一遍', PIN);
    await x.tap('绑定');
    expect(await x.route()).toMatch(/^packages\/manage\//);
    await x.see('金果社区');

    await journey.restart(x, { hash: '/pages/my/my' });
    await x.see({ role: 'radiogroup', name: '用哪个身份' });
    await x.see('去社区的页面');
    await x.tap({ role: 'radio', name: /^志愿网格员，金果社区，到 / });
    await x.tap('去志愿网格员的页面');
    expect(await x.route()).toMatch(/^packages\/worker\//);
    await journey.goTo(x, `${MANAGE}/people/people`);
    await x.see(/^这里要社区、街道、审计才能看/);
    expect(await x.text()).not.toContain('W1');
  });
});
