/** J14 on the phones: H3 makes the wish at K's door, S releases it, E claims and meets it with the code of the slip. */
import { openGiftCode } from '../../cloudfunctions/records/gifts';
import { dataOf } from '../cloudfunctions/fixture/street';
import * as gifts from '../cloudfunctions/fixture/gifts';
import { ESCORT_WORDS } from '@domain/wish/wish';
import type { PhoneDriver } from '../browser/phone';
import { jpegOf } from '../cloudfunctions/fixture/pictures';
import { teamAt } from '../cloudfunctions/fixture/volunteers';
import {
  claimed,
  claimedForK,
  codeOf,
  doneForK,
  doorOfK,
  HELPED,
  keptForK,
  keptOfA,
  metForK,
  released,
  reported,
  STOOL,
  toldOfWishes,
  wishStored,
} from '../cloudfunctions/fixture/wishes';
import type { GiftDocument, WishDocument } from '../../cloudfunctions/repositories/documents';
import { openJourney } from './kit/journey';

const { journey, walk } = openJourney();
/** Lists are asked for in each seat, and read back after a change. */
const READ_BACK = /calls$/;
/** K's wish in the list of the desk. */
const AT_DESK = new RegExp(`^${STOOL}，`);

/** A's stool: kept without a net, and over a restart, until it was handed in with a photo. */
async function giveStool(giver: PhoneDriver): Promise<void> {
  await giver.tap({ role: 'link', name: '捐赠架：邻居送的东西' });
  await giver.tap('我有东西要送');
  await giver.type('送什么', gifts.STOOL.title);
  await giver.tap({ role: 'radio', name: '很好用' });
  await giver.network('offline');
  await giver.tap({ role: 'button', name: '交上去' });
  await giver.see('先帮您存着');
  await giver.network('online');
  await journey.restart(giver, { hash: '/packages/life/pages/gift-new/gift-new' });
  await giver.tap('加一张照片');
  const album = giver.page.waitForEvent('filechooser');
  await giver.tap({ role: 'button', name: /^同意/ });
  await (await album).setFiles({ name: 'stool.jpg', mimeType: 'image/jpeg', buffer: jpegOf() });
  await giver.see('照片 1 张');
  await giver.tap({ role: 'button', name: '交上去' });
  await giver.see('交了，社区看过就放上架');
}

/** Two see it; who asks first has it, and the other is told so. */
async function takeFirst(giftId: string): Promise<PhoneDriver> {
  const [taker, late] = [await journey.phone('tenant C'), await journey.phone('landlord D')];
  for (const phone of [taker, late]) {
    journey.forgive(phone, READ_BACK);
    await journey.goTo(phone, '/packages/life/pages/gifts/gifts');
    await phone.tap({ role: 'link', name: /^防滑浴凳/ });
    await phone.see('先要的先得');
  }
  await taker.tap({ role: 'button', name: '我想要' });
  await taker.see('归您了，送到服务台会告诉您');
  await journey.restart(taker, { hash: `/packages/life/pages/gift-detail/gift-detail?id=${giftId}` });
  await taker.see('等东西送到服务台');
  expect(await taker.text()).not.toContain('有人要了');
  await late.tap({ role: 'button', name: '我想要' });
  await late.see('刚被别人先要了');
  return taker;
}

/** S asks, and lets it out once the machine has read it. */
async function letOutByS(): Promise<void> {
  const desk = await journey.phone('community S');
  journey.forgive(desk, READ_BACK);
  await journey.goTo(desk, '/packages/manage/pages/wish-review/wish-review');
  await desk.tap({ role: 'button', name: AT_DESK });
  await desk.tap('问过本人，确实需要');
  await desk.tap('本人同意挂出来');
  // What the machine has not read yet nobody can let out; what was ticked meanwhile stays.
  await desk.see('机器还在看这段话，过一分钟再放');
  await journey.street.runTimer('checkContents');
  await desk.tap('看看机器看完没有');
  await desk.tap({ role: 'button', name: '放到心愿墙' });
  await desk.see('没有等着看的心愿');
}

/** Of one day four hours count, and the page says so. */
async function sayTenHours(volunteer: PhoneDriver): Promise<void> {
  await volunteer.type('花了多少分钟', '600');
  await volunteer.tap({ role: 'button', name: '办好了' });
  await volunteer.see('这次先记 240 分钟，等本人说收到');
}

/** After a wrong one, which does not stand there for another touch to spend the next try on. */
async function typeCode(volunteer: PhoneDriver, code: string): Promise<void> {
  await volunteer.see('先记 240 分钟，对上口令或本人确认就算上');
  await volunteer.type('对方说的 4 位口令', code === '1111' ? '2222' : '1111');
  await volunteer.tap({ role: 'button', name: '对口令' });
  await volunteer.see('口令不对，还能试 2 次');
  expect(await volunteer.typed('对方说的 4 位口令')).toBe('');
  await volunteer.type('对方说的 4 位口令', code);
}

describe('J14 a wish on the phones of those who have a part in it', () => {
  walk('J14.1–5 goes from H3’s phone over S’s desk to E’s hands', async () => {
    const { street } = journey;
    const head = await journey.phone('head H3');
    journey.forgive(head, READ_BACK);
    const door = doorOfK(street).id;
    await journey.goTo(head, `/packages/building/pages/door/door?door=${door}`);
    await head.tap({ role: 'link', name: '替这一户提一个心愿' });
    await head.type('想要什么', STOOL);
    await head.type('怎么称呼', HELPED.name);
    await head.type('电话', HELPED.phone);
    await head.tap({ role: 'checkbox', name: /^家里就一个人/ });
    await head.tap({ role: 'checkbox', name: /^本人知道，也同意提/ });
    await head.tap({ role: 'button', name: '交上去' });
    await head.see('交了，社区看过就挂出来');

    await letOutByS();

    const [wish] = await street.all<WishDocument>('wishes');
    const volunteer = await journey.phone('volunteer E');
    journey.forgive(volunteer, READ_BACK);
    await journey.goTo(volunteer, '/packages/life/pages/wishes/wishes');
    await volunteer.tap(STOOL);
    await volunteer.tap('这条有问题');
    await volunteer.tap({ role: 'radio', name: '是广告' });
    await volunteer.see('记下了，社区会看');
    await volunteer.tap({ role: 'button', name: '我来认领' });
    await volunteer.see('认领好了，在“我的心愿”里打电话');
    await volunteer.tap({ role: 'button', name: '我的心愿' });
    await volunteer.tap({ role: 'button', name: '看电话和地址' });
    await volunteer.see('打电话 100****0303');

    // A head has the own wishes in one seat and those made for others in the other.
    journey.forgive(head, /my-wishes: 2 calls to open$/);
    await journey.goTo(head, '/packages/life/pages/my-wishes/my-wishes');
    await head.tap('志愿者有问题，告诉社区');
    await head.tap({ role: 'radio', name: '像是骗人的' });
    await head.see('记下了，社区会联系您');
    expect(
      await street.count('contents', { kind: 'wish', reported: 'open', abuses: ['advert', 'fraud'] }),
    ).toBe(1);

    await volunteer.see(ESCORT_WORDS.staff);
    await sayTenHours(volunteer);
    const code = codeOf(street, await wishStored(street, wish?._id ?? ''));
    await typeCode(volunteer, code);
    await volunteer.tap({ role: 'radio', name: '帮了大忙，心里暖和' });
    await volunteer.tap({ role: 'button', name: '对口令' });
    await volunteer.see('口令对上了，圆梦了，谢谢您');
    await volunteer.see('对方说：帮了大忙，心里暖和');

    expect(await wishStored(street, wish?._id ?? '')).toMatchObject({
      state: 'confirmed',
      thanks: 'greatHelp',
    });
    expect((await toldOfWishes(street, 'volunteer E')).map(({ values }) => values.note).join()).toContain(
      '帮了大忙，心里暖和',
    );
  });

  walk('J14.1 W1 makes one for somebody from the door, as a head does', async () => {
    const worker = await journey.phone('worker W1');
    journey.forgive(worker, READ_BACK);
    const { id, buildingId } = doorOfK(journey.street);
    const url = `/packages/worker/pages/door/door?door=${id}&building=${buildingId}`;
    await journey.goTo(worker, url);
    await worker.tap({ role: 'link', name: '替这一户提一个心愿' });
    await worker.type('想要什么', STOOL);
    await worker.type('怎么称呼', HELPED.name);
    await worker.type('电话', HELPED.phone);
    await worker.tap({ role: 'checkbox', name: /^本人知道，也同意提/ });
    await worker.tap({ role: 'button', name: '交上去' });
    await worker.see('交了，社区看过就挂出来');
    expect(await journey.street.count('wishes', { isHelped: true })).toBe(1);
  });

  walk('J14.1 H3 is asked in plain words for the consent that is missing', async () => {
    const head = await journey.phone('head H3');
    const door = doorOfK(journey.street).id;
    await journey.goTo(head, `/packages/life/pages/wish-new/wish-new?door=${door}`);
    await head.type('想要什么', STOOL);
    await head.tap({ role: 'button', name: '交上去' });
    await head.see('先问过本人，再点“本人知道，也同意提”');
    expect(await journey.street.count('wishes')).toBe(0);
  });

  walk('J14.2 the board shows one kind, or one compound', async () => {
    const { street } = journey;
    const wish = await released(street, await keptForK(street), {});
    const other = { compoundId: street.door('金河湾 1-1-101').compoundId, compound: '金河湾' };
    const many = Array.from({ length: 6 }, (_, at) => ({
      ...{ ...wish, _id: `${wish._id}${at}`, text: `心愿之${at}` },
      ...(at === 4 ? other : {}),
    }));
    await street.replaceAll('wishes', many);
    const resident = await journey.phone('outsider X');
    await journey.goTo(resident, '/packages/life/pages/wishes/wishes');
    await resident.see('心愿之0');
    await resident.tap('挑着看：一类、一个小区');
    await resident.tap({ role: 'radio', name: '金河湾' });
    await resident.see('心愿之4');

    expect(await resident.text()).not.toContain('心愿之0');
  });

  walk('J14.X7 everybody reads beside the met wishes what has become of all of them', async () => {
    const { street } = journey;
    await metForK(street);
    await street.runTimer('advanceWishes');
    const resident = await journey.phone('outsider X');
    journey.forgive(resident, READ_BACK);
    await journey.goTo(resident, '/packages/life/pages/wishes/wishes');
    await resident.tap({ role: 'radio', name: '已圆梦' });
    await resident.see('提了 1 个，挂出来 1 个，有人认领 1 个，圆梦 1 个');
    const desk = await journey.phone('community S');
    journey.forgive(desk, READ_BACK);
    await journey.goTo(desk, '/packages/manage/pages/wish-review/wish-review');
    await desk.tap({ role: 'radio', name: '挂着的' });
    await desk.see('一半的心愿，挂出来当天就圆了');
  });

  walk('J14.E5 over one person’s limit, L claims for the team once the shares make it up', async () => {
    const { street } = journey;
    const { _id: teamId } = await teamAt(street);
    const { _id } = await released(street, await keptForK(street), { limitYuan: 300 });
    const leader = await journey.phone('leader L');
    await journey.goTo(leader, `/packages/life/pages/wish-detail/wish-detail?id=${_id}`);
    await leader.tap({ role: 'button', name: '替我的队认领' });
    await leader.tap({ role: 'radio', name: '清洁小队' });
    const fields = leader.shown.locator('input:visible');
    await leader.type(fields.nth(0), '200');
    await leader.type(fields.nth(1), '150');
    await leader.see('多了 50 元');
    await leader.tap('就这样，替队里认领');
    await leader.see('几份加起来要正好 300 元');
    await leader.type(fields.nth(1), '100');
    await leader.see('正好凑够');
    await leader.tap('就这样，替队里认领');
    await leader.see('认领好了，在“我的心愿”里打电话');
    await leader.see('您认领了，先打电话约时间');
    await leader.tap('这条有问题');
    await leader.tap({ role: 'button', name: '先不说' });

    const wish = await wishStored(street, _id);
    expect([wish.state, wish.teamId, wish.shares?.length]).toEqual(['claimed', teamId, 2]);
    expect(await street.count('messages', { userId: street.userId('volunteer E'), kind: 'teamShare' })).toBe(
      1,
    );

    journey.forgive(leader, READ_BACK);
    await leader.tap({ role: 'button', name: '我的心愿' });
    await leader.tap({ role: 'button', name: '我办不了' });
    await leader.tap({ role: 'radio', name: '联系不上' });
    await leader.see('让给别人了，心愿又挂出来了');
    await leader.see('还没有您的心愿');
    expect(await wishStored(street, _id)).toMatchObject({
      state: 'published',
      rounds: [{ how: 'givenBack', reason: 'notReached' }],
    });
  });

  walk('J14.4 A chooses what to say to who brought it', async () => {
    const { street } = journey;
    const wish = await claimed(street, await released(street, await keptOfA(street)));
    const { _id } = await reported(street, wish);
    const resident = await journey.phone('resident A');
    journey.forgive(resident, READ_BACK);
    journey.forgive(resident, /my-wishes: 2 calls to open$/);
    await journey.goTo(resident, '/packages/life/pages/my-wishes/my-wishes');
    await resident.see('志愿者说用了 60 分钟，确认了就记成服务时长');
    await resident.tap({ role: 'radio', name: '东西很合用，有空来坐坐' });
    dataOf(await street.as('volunteer E').wish.contact({ wishId: _id, reason: '约时间送过去' }));
    await resident.tap({ role: 'button', name: '收到了，谢谢' });
    await resident.see('刚才有人改过，看看新的再点');
    await resident.tap({ role: 'button', name: '收到了，谢谢' });
    await resident.see('收到就好，谢谢的话带给志愿者了');
    expect(await wishStored(street, _id)).toMatchObject({ state: 'confirmed', thanks: 'comeAgain' });
  });

  walk('J14.E3 S rings both when K says that nothing came, and a report leads to the wish', async () => {
    const { street } = journey;
    const { _id: wishId } = await doneForK(street);
    const abuse = { kind: 'wish', subjectId: wishId, abuse: 'fraud' } as const;
    dataOf(await street.as('head H3').content.reportAbuse(abuse));
    const desk = await journey.phone('community S');
    journey.forgive(desk, READ_BACK);
    await journey.goTo(desk, '/packages/manage/pages/content/content');
    await desk.tap({ role: 'radio', name: '有人反映' });
    await desk.tap({ role: 'button', name: new RegExp(STOOL) });
    await desk.tap({ role: 'link', name: '看这个心愿' });
    await desk.see('志愿者说用了 60 分钟，结束了就记成服务时长');
    for (const [ask, call] of [
      ['看提心愿的人的电话', '打给提心愿的人'],
      ['看志愿者的电话', '打给志愿者'],
    ] as const) {
      await desk.tap({ role: 'button', name: ask });
      await desk.tap({ role: 'radio', name: '说没收到，两边问一问' });
      await desk.tap({ role: 'button', name: '看电话' });
      await desk.see(call);
    }
    const looks = (await street.events()).filter(({ audit }) => audit.action === 'wish.revealPhone');
    expect(looks.flatMap(({ audit }) => audit.fields).sort()).toEqual(['claimant', 'wisher']);
    expect(await street.count('wishes', { _id: wishId, state: 'done' })).toBe(1);
  });

  walk(
    'J14.E1 S sees who has a wish in hand, gives more days, and takes it back from who does not answer',
    async () => {
      const { street } = journey;
      const { _id, dueOn } = await claimedForK(street);
      const desk = await journey.phone('community S');
      journey.forgive(desk, READ_BACK);
      await journey.goTo(desk, '/packages/manage/pages/wish-review/wish-review');
      await desk.see('没有等着看的心愿');
      await desk.tap({ role: 'radio', name: '有人在办' });
      await desk.see('上次有动静');
      await desk.tap({ role: 'button', name: AT_DESK });
      await desk.tap({ role: 'button', name: '多留 7 天' });
      await desk.see('多留了 7 天');
      expect((await wishStored(street, _id)).dueOn).not.toBe(dueOn);
      await desk.tap({ role: 'button', name: AT_DESK });
      await desk.tap({ role: 'button', name: '收回来，让给别人' });
      await desk.tap({ role: 'radio', name: '联系不上志愿者' });
      await desk.see('没有心愿在办');
      expect(await wishStored(street, _id)).toMatchObject({
        state: 'published',
        rounds: [{ how: 'takenBack', reason: 'notReached' }],
      });
      await desk.tap({ role: 'radio', name: '挂着的' });
      await desk.tap({ role: 'button', name: AT_DESK });
      await desk.type('终止的原因', '本人已经搬走了');
      await desk.tap({ role: 'button', name: '终止' });
      await desk.see('墙上没有挂着的心愿');
      expect(await street.count('wishes', { _id, state: 'ended' })).toBe(1);
    },
  );

  walk('J14.X5 S writes down the day on which K signed, and lets the story out', async () => {
    const { street } = journey;
    const { _id: wishId } = await metForK(street);
    dataOf(await street.as('volunteer E').wish.createStory({ wishId, text: '凳子送到了，脚下稳当多了。' }));
    await street.runTimer('checkContents');
    const desk = await journey.phone('community S');
    journey.forgive(desk, READ_BACK);
    await journey.goTo(desk, '/packages/manage/pages/content/content');
    await desk.tap({ role: 'button', name: /脚下稳当多了/ });
    await desk.tap('本人在纸上同意了，记下是哪天');
    await desk.choose();
    await desk.see('记下了，可以发布了');
    await desk.tap({ role: 'button', name: '发布' });
    await desk.see('发布了');
    expect(await street.count('contents', { kind: 'story', state: 'released' })).toBe(1);
  });

  walk(
    'J14.X8 an unused stool goes over the shelf: given, reserved once, brought and fetched at the desk',
    async () => {
      const { street } = journey;
      await gifts.giver(street);
      await gifts.taker(street);
      await gifts.atHome(street, 'landlord D');
      const giver = await journey.phone('resident A');
      journey.forgive(giver, READ_BACK);
      await journey.goTo(giver, '/packages/life/pages/wishes/wishes');
      await giveStool(giver);
      await street.runTimer('checkContents');

      const office = await journey.phone('community S');
      journey.forgive(office, READ_BACK);
      await journey.goTo(office, '/packages/ledger/pages/gift-desk/gift-desk');
      await office.tap('打开看看');
      await office.tap({ role: 'button', name: '放上架' });
      await office.see('服务台没有要办的');

      const [{ _id: giftId, pictures } = { _id: '', pictures: [] }] = await street.all<GiftDocument>('gifts');
      expect(pictures).toHaveLength(1);
      const taker = await takeFirst(giftId);

      await journey.goTo(office, '/packages/ledger/pages/gift-desk/gift-desk');
      await office.tap('打开看看');
      await office.tap({ role: 'button', name: '东西收到了' });
      await office.tap('打开看看');
      const code = openGiftCode(street.keyring, await gifts.giftStored(street, giftId)) ?? '';
      await taker.tap({ role: 'link', name: '我送的和我要的' });
      await taker.see(`领取口令 ${code}`);
      await office.see(`来领的人说的口令：${code}`);
      await taker.tap({ role: 'button', name: /^我领到了/ });
      await taker.see('送出去了');
      expect(await gifts.giftStored(street, giftId)).toMatchObject({ state: 'handed', title: '' });
      expect(await gifts.toldOfGifts(street, 'resident A')).toContain('已经领走了，谢谢您。');
    },
  );
});
