/** A notice of the community: written, checked, let out, brought to everybody, counted; and what is held until a person has looked. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ContentDocument, MessageDocument } from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { decideChecks, runChecks } from '../cloudfunctions/fixture/contents';
import { deliver, publish, WORDS, written } from '../cloudfunctions/fixture/notices';
import { register } from '../cloudfunctions/fixture/residents';
import { dataOf } from '../cloudfunctions/fixture/street';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';

const { journey, walk } = openJourney({ glyphs: true, patienceMs: 120_000 });
/** Where pictures go when somebody wants to look: a folder, or nothing. */
const PICTURES = process.env['WANJIA_PICTURES'];
const DESK = 'packages/manage/pages/content/content';
const READ = 'packages/life/pages/notice/notice';
const POLL_MS = 100;
const HALF_HOUR_MS = 30 * 60_000;

async function look(phone: PhoneDriver, name: string, style: Look = {}): Promise<void> {
  await phone.meter();
  if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${name}.png`);
  expect(await problemsOf(phone, style)).toEqual([]);
}

async function write(phone: PhoneDriver, { title, body }: typeof WORDS): Promise<void> {
  await phone.tap('写一条通知');
  await phone.tap({ role: 'radio', name: '苹果花园' });
  await phone.tap({ role: 'radio', name: '3号楼' });
  await phone.see('发给苹果花园 3号楼');
  await phone.type('标题', title);
  await phone.type('正文', body);
  await phone.tap({ role: 'radio', name: '要紧，没看到的上门说' });
  await phone.tap('交去检查');
}

/** S at a computer, in the own workspace. */
async function openStaff(person: string, style: Look = { pc: true }): Promise<PhoneDriver> {
  await journey.street.runTimer('rollUp');
  const staff = await journey.phone(person, style);
  // At a computer what is in the list comes first, then the words that stand beside it.
  if (style.pc === true) journey.forgive(staff, /: \d setData, 2 calls$/);
  await staff.tap({ role: 'button', name: /^去.*的页面$/ });
  return staff;
}

async function openDesk(person: string, style?: Look): Promise<PhoneDriver> {
  const staff = await openStaff(person, style);
  await staff.tap({ role: 'link', name: /^发布台：等人看的内容/ });
  return staff;
}

/** A, who comes from home to the inbox and opens the notice there. */
async function openNotice(): Promise<PhoneDriver> {
  const phone = await journey.phone('resident A');
  await phone.tap({ role: 'link', name: /条新消息$/ });
  await phone.see('苹果花园 3号楼 有一条新通知，点开就能看。');
  await phone.tap({ role: 'link', name: /有一条新通知/ });
  await phone.see(WORDS.body);
  return phone;
}

/** A notice that stands on the screen counts as read after a second. */
async function untilRead(noticeId: string): Promise<void> {
  while ((await journey.street.count('reaches', { noticeId, read: 1 })) === 0) await wait(POLL_MS);
}

/** Nobody but staff learns of it: no list, no page, no inbox. */
async function expectUnseen(noticeId: string): Promise<void> {
  const { street } = journey;
  const resident = await street.seated('resident A');
  expect(dataOf(await resident.notice.listNotices({})).notices).toEqual([]);
  expect(await resident.notice.readNotice({ noticeId })).toMatchObject({ problem: { code: 'NOT_FOUND' } });
  expect(await street.count('messages', { kind: 'noticePublished' })).toBe(0);
}

describe('J13 a notice to 3号楼', () => {
  walk('J13.S3b S writes it, sees it as residents will, lets it out; A reads it in the inbox', async () => {
    const { street } = journey;
    await register(street, street.door('苹果花园 3-2-502'));
    const staff = await openStaff('administrator S');
    await staff.tap({ role: 'link', name: '写通知、看送达' });
    await write(staff, WORDS);
    await staff.see('交上去了。机器看过以后，到发布台放行才会发出去。');
    await look(staff, 'notice-saved');
    const [row] = await street.all<ContentDocument>('contents');
    await expectUnseen(row?.subjectId ?? '');
    await runChecks(street);
    await staff.tap({ role: 'link', name: '去发布台' });
    await staff.tap({ role: 'button', name: /^通知，周六停水/ });
    await staff.see('机器没看出问题');
    await staff.see(WORDS.body);
    await look(staff, 'desk');
    await staff.tap('发布');
    await staff.see('发布了');
    await deliver(street);

    const phone = await openNotice();
    await look(phone, 'notice');
    await phone.tap('看全部通知');
    await phone.see(WORDS.title);
    await look(phone, 'notices');
  });

  walk(
    'J13.X7 counts reach and reads by building; the inbox holds it where WeChat could send nothing',
    async () => {
      const { street } = journey;
      const door = street.door('苹果花园 3-2-502');
      await register(street, door);
      await register(street, street.door('苹果花园 3-2-602'), { by: 'tenant C' });
      const noticeId = await publish(street);
      await deliver(street);
      await street.runTimer('sendMessages');
      const messages = await street.all<MessageDocument>('messages', { kind: 'noticePublished' });
      expect(new Set(messages.map(({ pushState }) => pushState))).toEqual(new Set(['none']));
      expect(await street.count('outbox')).toBe(0);

      const phone = await openNotice();
      await phone.see(WORDS.body);
      await untilRead(noticeId);
      const rows = await street.all<{ readAt: number }>('deliveries', { noticeId });
      expect(rows.filter(({ readAt }) => readAt > 0)).toHaveLength(1);

      const staff = await openStaff('administrator S');
      await staff.tap({ role: 'link', name: '写通知、看送达' });
      await staff.tap({ role: 'button', name: /^周六停水/ });
      await staff.see(`送到 ${rows.length} 个人，1 个看过`);
      await staff.tap('苹果花园 3号楼没看到的门');
      const unread = dataOf(
        await street.as('worker W1').notice.listUnread({ noticeId, buildingId: door.buildingId }),
      ).doors.map(({ line }) => line);
      expect(unread).toContain(street.door('苹果花园 3-2-602').plate.line);
      expect(unread).not.toContain(door.plate.line);
      for (const line of unread) {
        await staff.see(line);
      }
      await look(staff, 'reach');
    },
  );

  walk(
    'J13.E6 a banned word is held, not shown, and goes out only with a reason of another person',
    async () => {
      const { street } = journey;
      await register(street, street.door('苹果花园 3-2-502'));
      const body = '物业处可以代 开 发 票，周六上午来。';
      const input = { ...written(street), body };
      const { noticeId } = dataOf(await street.as('administrator S').notice.saveNotice(input));
      await runChecks(street);
      await deliver(street);
      await expectUnseen(noticeId);

      const own = await openStaff('administrator S');
      await own.tap({ role: 'link', name: /^发布台：等人看的内容/ });
      await own.tap({ role: 'button', name: /^通知/ });
      await own.see('机器说有问题，请仔细看');
      await own.see('这是您写的，机器没放行，请另一位同事看。');
      expect(await own.has('发布')).toBe(false);

      const other = await openDesk('administrator S2');
      await other.tap({ role: 'button', name: /^通知/ });
      await other.tap('请作者改一改');
      await other.tap({ role: 'radio', name: '请写清楚时间地点' });
      await other.tap('就这样退回');
      await other.see('退回去了');
      await expectUnseen(noticeId);
      expect(await street.count('messages', { kind: 'contentReturned' })).toBe(1);
    },
  );

  walk(
    'J13.E6 while the checker is down a text waits unseen; after three tries a person decides',
    async () => {
      const { street } = journey;
      await register(street, street.door('苹果花园 3-2-502'));
      await decideChecks(street, 'down');
      const { noticeId } = dataOf(await street.as('administrator S').notice.saveNotice(written(street)));
      for (let tries = 0; tries < 3; tries += 1) {
        await expectUnseen(noticeId);
        await runChecks(street);
        await street.clock.set(street.clock.now() + HALF_HOUR_MS);
      }
      await expectUnseen(noticeId);
      const other = await openDesk('administrator S2');
      await other.tap({ role: 'button', name: /^通知/ });
      await other.see('机器没能看，请仔细看');
      await other.tap('发布');
      await other.tap({ role: 'radio', name: '看过原文，没有问题' });
      await other.tap('就这样发布');
      await other.see('发布了');
      await deliver(street);
      await openNotice();
    },
  );
});

describe('J13 the pages of notices', () => {
  const looks: readonly (readonly [string, string, Look])[] = [
    ['in the dark on a computer, and held as a phone by day,', 'dark-pc', { dark: true, pc: true }],
    ['in 大字 on 320 px', 'large', { width: 320, height: 640, large: true }],
  ];
  for (const [words, name, style] of looks) {
    walk(`J13.P ${words} have targets for thumbs, names for ears, and cut nothing`, async () => {
      const { street } = journey;
      await street.runTimer('rollUp');
      const noticeId = await publish(street);
      dataOf(await street.as('administrator S').notice.saveNotice({ ...written(street), title: '周日停电' }));
      await runChecks(street);
      const reader = await journey.phone('resident X', { ...style, page: `${READ}?id=${noticeId}` });
      await reader.see(WORDS.body);
      await look(reader, `${name}-notice`, style);
      const staff = await openDesk('administrator S', style);
      await staff.tap({ role: 'button', name: /^通知/ });
      await look(staff, `${name}-desk`, style);
      await staff.tap('撤下来');
      await look(staff, `${name}-desk-why`, style);
      const writer = await openStaff('administrator S', style);
      await writer.tap({ role: 'link', name: '写通知、看送达' });
      await look(writer, `${name}-notices`, style);
      await writer.tap('写一条通知');
      await look(writer, `${name}-write`, style);
      const empty = await journey.phone('resident X', { ...style, page: READ });
      // A list that is opened by a link asks first who lives where.
      journey.forgive(empty, /: 2 calls to open$/);
      await look(empty, `${name}-none`, style);
      const denied = await journey.phone('resident X', { ...style, page: DESK });
      await look(denied, `${name}-denied`, style);
    });
  }
});
