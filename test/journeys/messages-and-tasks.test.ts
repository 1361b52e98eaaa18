/** What people are told and what they have to do, on their phones: the inbox of a resident, the tasks of those who walk. */
import { setTimeout as wait } from 'node:timers/promises';
import type {
  GrantDocument,
  MessageDocument,
  TaskDocument,
} from '../../cloudfunctions/repositories/documents';
import type { PhoneDriver } from '../browser/phone';
import { messagesOf } from '../cloudfunctions/fixture/messages';
import { register } from '../cloudfunctions/fixture/residents';
import { taskAt } from '../cloudfunctions/fixture/tasks';
import { problemsOf } from './kit/inspect';
import { openJourney, type Look } from './kit/journey';

const { journey, walk } = openJourney({ glyphs: true });

const POLL_MS = 100;
const PICTURES = process.env['TEST_PICTURES'];
const WORKSPACE = { role: 'button', name: /^去.*的页面$/ } as const;
const INBOX = '/packages/home/pages/inbox/inbox';

const LOOKS: readonly (readonly [string, Look])[] = [
  ['on a phone', {}],
  ['in 大字 on 320 px', { width: 320, height: 640, large: true }],
  ['in the dark on a computer, and held as a phone by day,', { dark: true, pc: true }],
];

async function expectFit(phone: PhoneDriver, name: string, look: Look): Promise<void> {
  await phone.meter();
  if (PICTURES !== undefined) await phone.shot(`${PICTURES}/${name}-${Object.keys(look).join('-')}.png`);
  expect(await problemsOf(phone, look)).toEqual([]);
}

/** A message that stands on the screen counts as seen after a second. The phone has heard so, too: the next tap pays for itself alone. */
async function untilRead(phone: PhoneDriver, person: string): Promise<void> {
  const userId = journey.street.userId(person);
  const unread = (): Promise<MessageDocument[]> => journey.street.all('messages', { userId, isRead: false });
  while ((await unread()).length > 0) await wait(POLL_MS);
  await phone.idle();
}

describe('the inbox', () => {
  for (const [words, look] of LOOKS) {
    walk(`${words} says what became of the form, is seen once, and leads on`, async () => {
      const { street } = journey;
      await register(street, street.door('苹果花园 3-2-502'));
      const phone = await journey.phone('resident A', look);

      await phone.tap({ role: 'link', name: '有 1 条新消息' });
      await phone.see('登记确认好了');
      await phone.see('苹果花园 3-2-502 的登记，网格员已经确认。');
      await expectFit(phone, 'inbox', look);

      await untilRead(phone, 'resident A');
      await phone.tap({ role: 'link', name: /^新消息，登记确认好了/ });
      expect(await phone.route()).toBe('packages/home/pages/my/my');
    });
  }

  walk('asks whether WeChat may bring the next one, and the ledger holds the answer', async () => {
    const { street } = journey;
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}, { isRead: true }]));
    const phone = await journey.phone('resident A');
    await journey.restart(phone, { hash: INBOX });

    await phone.tap('告诉我一声');
    await phone.tap('允许');
    await phone.see('好，下一条微信里也告诉您');

    const ledger = await street.stored<GrantDocument>('grants', street.userId('resident A'));
    expect(ledger?.templates.reviewResult).toEqual({ granted: 1, sent: 0 });
  });

  walk('is empty in one sentence', async () => {
    const phone = await journey.phone('resident A');
    await journey.restart(phone, { hash: INBOX });

    await phone.see('没有消息');
  });
});

describe('tasks', () => {
  for (const [words, look] of LOOKS) {
    walk(`${words} stand overdue first and end with one tap`, async () => {
      const { street } = journey;
      const late = taskAt(street, '苹果花园 3-2-601', { kind: 'verifyDoor', dueOn: '2026-03-08' });
      await street.replaceAll('tasks', [late, taskAt(street, '苹果花园 3-2-502')]);
      const phone = await journey.phone('worker W1', look);
      await phone.tap(WORKSPACE);
      await phone.tap({ role: 'tab', name: '任务' });

      await phone.see('晚了 2 天');
      await expectFit(phone, 'tasks', look);
      await phone.tap({ role: 'button', name: '住着人，苹果花园 3-2-601' });
      await phone.see('记下了：苹果花园 3-2-601，住着人');

      expect(await street.stored<TaskDocument>('tasks', late._id)).toMatchObject({
        state: 'done',
        result: 'livedIn',
      });
      // Asked after something was finished, and a no is the end of it.
      await phone.tap('告诉我一声');
      await phone.tap('取消');
      expect(await phone.text()).not.toContain('微信里告诉您一声');
      expect(await street.count('grants')).toBe(0);
    });
  }

  walk('of a community lead on from its overview, to rents and to people listed twice as well', async () => {
    const { street } = journey;
    await street.replaceAll('tasks', [taskAt(street, '苹果花园 3-2-601', { kind: 'decideDoor' })]);
    const phone = await journey.phone('community S');
    await phone.tap(WORKSPACE);
    await phone.tap({ role: 'link', name: /^要办的事/ });
    await phone.see('这一户怎么算，社区来定');

    await phone.tap({ role: 'link', name: '租住要核实的' });
    await phone.back();
    await phone.tap({ role: 'link', name: '像登记了两次的' });
    expect(await phone.route()).toBe('packages/worker/pages/duplicates/duplicates');
  });

  walk('of a volunteer are the first page, and no others are', async () => {
    const { street } = journey;
    await street.replaceAll('tasks', [
      taskAt(street, '苹果花园 3-2-601', { assigneeId: street.userId('volunteer V1') }),
      taskAt(street, '苹果花园 3-2-502'),
    ]);
    const phone = await journey.phone('volunteer V1');

    await phone.tap(WORKSPACE);
    await phone.see('苹果花园 3-2-601');

    expect(await phone.text()).not.toContain('3-2-502');
  });
});
