/** J15 on the phones: said at a door, sorted, repaired, not solved, repaired again, and closed by the one who said it. */
import type { IssueDocument } from '../../cloudfunctions/repositories/documents';
import { PICTURE_BYTES_MAX } from '@domain/kernel/picture';
import type { PhoneDriver } from '../browser/phone';
import {
  assigned,
  classified,
  DARK,
  neighbour,
  passMinutes,
  reported,
} from '../cloudfunctions/fixture/issues';
import { jpegOf } from '../cloudfunctions/fixture/pictures';
import { register } from '../cloudfunctions/fixture/residents';
import { dataOf, type Door } from '../cloudfunctions/fixture/street';
import { radio } from './kit/family';
import { openJourney, type Look } from './kit/journey';

const { journey, walk } = openJourney();
/** An issue is read back after a step, and a person's own ones in their own seat. */
const READ_BACK = /calls$|calls to open$/;
const LEDGER = '/packages/ledger/pages';
const SAY = '/packages/life/pages/say/say';
const MY_ISSUES = '/packages/life/pages/my-issues/my-issues';
const DAY_MS = 86_400_000;

async function phoneOf(person: string, look: Look = {}): Promise<PhoneDriver> {
  const phone = await journey.phone(person, look);
  journey.forgive(phone, READ_BACK);
  return phone;
}

async function toIssue(phone: PhoneDriver, id: string): Promise<void> {
  await journey.goTo(phone, `${LEDGER}/issue-work/issue-work?id=${id}`);
}

/** The platform asks for its own yes before the first. */
async function addPhoto(phone: PhoneDriver, buffer = jpegOf()): Promise<void> {
  const album = phone.page.waitForEvent('filechooser');
  await phone.tap('加一张照片');
  const agree = { role: 'button', name: /^同意/ };
  if (await phone.has(agree)) await phone.tap(agree);
  await (await album).setFiles({ name: 'stairs.jpg', mimeType: 'image/jpeg', buffer });
}

/** W1 touches what was seen, has no network, finds it again among what waits, adds a photo, and declines what is similar. */
async function sayAtTheDoor(door: Door): Promise<string> {
  const worker = await phoneOf('worker W1');
  await journey.goTo(worker, `/packages/worker/pages/door/door?door=${door.id}&building=${door.buildingId}`);
  await worker.tap(radio('楼道灯不亮'));
  await worker.network('offline');
  await worker.tap({ role: 'button', name: '交上去' });
  await worker.see('我先帮您存着');
  // A3-7
  expect(worker.interactions).toBe(2);
  await worker.network('online');
  await journey.restart(worker, { hash: '/packages/worker/pages/outbox/outbox' });
  await worker.tap({ role: 'link', name: '还有 1 个问题没交上去' });
  await worker.see('照片有人看过才会公开。拍到人脸、车牌，请先抹掉');
  await addPhoto(worker, Buffer.alloc(PICTURE_BYTES_MAX + 1));
  await worker.see('这张照片太大了');
  await addPhoto(worker);
  await worker.tap({ role: 'button', name: '交上去' });
  await worker.see('像是有人反映过');
  await worker.tap('不是同一件，交我的');
  await worker.see('收到了，编号');
  const { street } = journey;
  await passMinutes(street);
  const [issue] = await street.all<IssueDocument>('issues', { stage: 'review' });
  expect(issue?.pictures).toHaveLength(1);
  return issue?._id ?? '';
}

async function giveToP1(office: PhoneDriver): Promise<void> {
  await office.tap(radio('物业'));
  await office.tap({ role: 'radio', name: /苹果花园、金河湾$/ });
}

async function giveForThreeDays(office: PhoneDriver): Promise<void> {
  await giveToP1(office);
  await office.tap(radio('3 天'));
  await office.tap({ role: 'button', name: '交办' });
  await office.see('交办好了');
}

async function answer(property: PhoneDriver, words: string): Promise<void> {
  await property.type('回话：做了什么', words);
  await property.tap('交上去，请反映的人看看');
  await property.see('只有反映的人能办结');
}

/** Says so once; opened afresh, the page says that they are in, and they may take it back. */
async function meetTheSame(follower: PhoneDriver, id: string): Promise<void> {
  const page = { hash: `/packages/life/pages/issue-detail/issue-detail?id=${id}` };
  await journey.restart(follower, page);
  await follower.tap('我也遇到了');
  await follower.see('您也遇到了，有进展就告诉您');
  await journey.restart(follower, page);
  await follower.see('您也遇到了，有进展就告诉您');
  expect(await follower.text()).not.toContain('我也遇到了');
  await follower.tap('撤回，不用再告诉我');
  await follower.tap('我也遇到了');
  await follower.see('1 人也遇到了');
}

/** Who met the same reads of it in words that are true of who did not report it. */
async function readInbox(follower: PhoneDriver, steps: readonly string[]): Promise<void> {
  await journey.goTo(follower, '/packages/home/pages/inbox/inbox');
  for (const words of steps) await follower.see(new RegExp(`3号楼，照明：${words}`));
}

describe('J15 an issue on the phones of those who have a part in it', () => {
  walk(
    'J15.1–3, X2 and E5: goes from W1’s visit to A’s four stars, a face is asked after, and all are told in words',
    async () => {
      const { street } = journey;
      const other = await neighbour(street, 'tenant C');
      const { issueId: similar } = dataOf(await other.issue.report(DARK));
      await classified(street, similar, 'release');
      const door = street.door('苹果花园 3-2-502');
      await register(street, door);

      const id = await sayAtTheDoor(door);

      const office = await phoneOf('community S');
      await journey.goTo(office, `${LEDGER}/ledger/ledger`);
      await office.tap({ role: 'link', name: /楼道灯不亮/ });
      await office.see('哪几张可以公开？拍到人脸、车牌的不选');
      await office.see('第 1 次上门时记下的');
      await office.see(/^去看这一户：苹果花园.*502$/);
      await office.tap('分好，放到公开栏');
      await office.see('放到公开栏了');
      await giveForThreeDays(office);

      const follower = await phoneOf('tenant C');
      await meetTheSame(follower, id);

      const property = await phoneOf('property P1');
      await journey.goTo(property, `${LEDGER}/ledger/ledger`);
      await property.tap({ role: 'link', name: /楼道灯不亮/ });
      await property.tap('开始办');
      await answer(property, '换了灯泡');

      const reporter = await phoneOf('resident A');
      await journey.goTo(reporter, MY_ISSUES);
      await reporter.see('办的人回话了，请您看看解决了没有');
      await reporter.tap('没有，再办');
      await reporter.type('还差什么，说一句', '还是不亮');
      await reporter.tap('没有，再办');
      await reporter.see('会重新办');

      await toIssue(office, id);
      await office.see('还是不亮');
      await giveForThreeDays(office);
      await toIssue(property, id);
      await property.tap('开始办');
      await answer(property, '换了整个开关');
      await journey.goTo(reporter, MY_ISSUES);
      await reporter.tap({ role: 'button', name: '解决了' });
      await reporter.see('点一颗星，就办结了');
      await reporter.tap(radio('4 星'));
      await reporter.see('谢谢您');
      await passMinutes(street);
      await readInbox(follower, ['交给人去办了', '反映的人说还没解决，重新办', '反映的人说解决了']);

      expect(await street.stored<IssueDocument>('issues', id)).toMatchObject({
        state: 'closed',
        rating: 4,
        followers: 1,
        aspect: 'lighting',
      });
    },
  );

  walk('J15.1 with nothing written is told so where it can be seen', async () => {
    const reporter = await phoneOf('resident A');
    await journey.goTo(reporter, SAY);
    await reporter.tap({ role: 'button', name: '交上去' });
    await reporter.see('请写几个字，说说是什么事');
    const sentence = reporter.shown.getByText('请写几个字，说说是什么事');
    expect((await sentence.boundingBox())?.y).toBeGreaterThan(0);
  });

  walk(
    'J15.X5 for the street alone: A’s draft waits for a network, and ends with a reason that A reads',
    async () => {
      const { street } = journey;
      const { id: late } = await reported(street);
      await assigned(street, late);
      await street.clock.set(street.clock.now() + 4 * DAY_MS);
      const look = { now: street.clock.now() };
      const reporter = await phoneOf('resident A', look);
      await journey.goTo(reporter, SAY);
      await reporter.type('什么事', '居委会主任总不在办公室');
      await reporter.tap(radio('小区里别处'));
      await reporter.tap({ role: 'checkbox', name: /^只给街道看/ });
      await reporter.tap({ role: 'button', name: '交上去' });
      await reporter.see('写一写在小区的哪儿，比如东门旁边');
      await reporter.type('具体在哪儿', '东门办公室');
      await addPhoto(reporter);
      await reporter.network('offline');
      await reporter.tap({ role: 'button', name: '交上去' });
      await reporter.see('我先帮您存着');
      await reporter.network('online');
      await journey.restart(reporter, { hash: SAY });
      expect(await reporter.typed('什么事')).toBe('居委会主任总不在办公室');
      // The file has gone from the phone meanwhile: it can never be sent, and keeps nobody from saying the next thing.
      await reporter.tap({ role: 'button', name: '交上去' });
      await reporter.see('照片还没传上去');
      await reporter.tap('照片不传了');
      await reporter.see('街道会先看，三天内告诉您谁来办');
      await reporter.tap('看我反映的');
      await reporter.see('收到了，街道在看');

      expect(dataOf(await street.as('community S').issue.list({ stage: 'review' })).issues).toEqual([]);
      const office = await phoneOf('administrator ADM', look);
      await journey.goTo(office, `${LEDGER}/ledger/ledger`);
      // J15.X6
      await office.tap(radio('过期的'));
      await office.see(/^物业.*，1 件$/);
      await office.tap(radio('等分类'));
      await office.tap({ role: 'link', name: /主任总不在办公室/ });
      await office.tap({ role: 'button', name: '不能办' });
      await office.tap(radio('查过了，不是这么回事'));
      await office.tap({ role: 'button', name: '不能办', in: { role: 'dialog', name: /^为什么不能办/ } });
      await office.see('记下了，反映的人能看到原因');
      await journey.goTo(reporter, MY_ISSUES);
      await reporter.see('这件事办不了');
      await reporter.see('查过了，不是这么回事');
    },
  );

  walk('J15.4 is a plan of three steps that S makes and P1 reaches', async () => {
    const { street } = journey;
    const { id } = await reported(street, { text: '老旧小区没有地方停车' });
    await classified(street, id);
    const office = await phoneOf('community S');
    await toIssue(office, id);
    await giveToP1(office);
    await office.tap(radio('整改计划，分几步办'));
    for (const [at, days] of ['7 天', '30 天', '60 天'].entries()) {
      if (at > 0) await office.tap('再加一步');
      await office.type(`第 ${at + 1} 步做什么`, ['量地方', '画车位', '立牌子'][at] ?? '');
      const group = { role: 'radiogroup', name: `第 ${at + 1} 步多少天内` };
      await office.tap({ role: 'radio', name: days, in: group });
    }
    await office.tap({ role: 'button', name: '交办' });
    await office.see('交办好了');

    const property = await phoneOf('property P1');
    await toIssue(property, id);
    await property.tap('开始办');
    await property.see('每一步都办好了，才能回话');
    for (const step of ['量地方', '画车位', '立牌子']) {
      await property.tap({ role: 'button', name: new RegExp(`^这一步办好了，${step}`) });
    }
    await answer(property, '车位画好了，牌子立好了');
  });
});
