import type {
  GrantDocument,
  MessageDocument,
  OutboxDocument,
} from '../../../cloudfunctions/repositories/documents';
import { messagesOf } from '../fixture/messages';
import { register } from '../fixture/residents';
import { dataOf, openStreet, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HOUR_MS = 3_600_000;
const outbox = () => street.all<OutboxDocument>('outbox');

async function allow(person: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    dataOf(await street.as(person).inbox.allowMessages({ templates: ['reviewResult'] }));
  }
}

async function statesOf(person: string): Promise<string[]> {
  const messages = await street.all<MessageDocument>('messages', { userId: street.userId(person) });
  return messages.sort((left, right) => right.at - left.at).map(({ pushState }) => pushState);
}

async function tallyOf(person: string): Promise<unknown> {
  return (await street.stored<GrantDocument>('grants', street.userId(person)))?.templates.reviewResult;
}

describe('the minute in which messages are sent', () => {
  it('brings a confirmed form to whoever allowed it: a title and a time, no place and no person', async () => {
    await allow('resident A');
    await register(street, street.door('苹果花园 3-2-502'));

    await street.runTimer('sendMessages');

    const [entry, ...more] = await outbox();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ template: 'reviewResult', title: '登记确认好了', at: START });
    expect(JSON.stringify(entry)).not.toContain('苹果花园');
    expect(await statesOf('resident A')).toEqual(['sent']);
    expect(await tallyOf('resident A')).toEqual({ granted: 1, sent: 1 });
  });

  it('sends nothing to whoever allowed nothing; the inbox holds it all the same', async () => {
    await register(street, street.door('苹果花园 3-2-502'));

    await street.runTimer('sendMessages');

    expect(await outbox()).toEqual([]);
    expect(await statesOf('resident A')).toEqual(['none']);
    expect(dataOf(await street.as('resident A', null).inbox.readInbox({})).messages).toHaveLength(1);
  });

  it('never sends more than was granted, the oldest first', async () => {
    await allow('resident A', 2);
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}, {}, {}, {}]));

    await street.runTimer('sendMessages');
    await street.runTimer('sendMessages');

    expect(await outbox()).toHaveLength(2);
    expect(await statesOf('resident A')).toEqual(['none', 'none', 'sent', 'sent']);
    expect(await tallyOf('resident A')).toEqual({ granted: 2, sent: 2 });
  });

  it('spends nothing on what was read first', async () => {
    await allow('resident A');
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{ isRead: true }]));

    await street.runTimer('sendMessages');

    expect([await outbox(), await statesOf('resident A')]).toEqual([[], ['none']]);
    expect(await tallyOf('resident A')).toEqual({ granted: 1, sent: 0 });
  });

  it('sends twice as little as once: two runs at one time send a message once', async () => {
    await allow('resident A', 5);
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}, {}, {}]));

    await Promise.all([street.runTimer('sendMessages'), street.runTimer('sendMessages')]);
    await street.runTimer('sendMessages');

    expect(await outbox()).toHaveLength(3);
    expect(await tallyOf('resident A')).toEqual({ granted: 5, sent: 3 });
  });

  it('waits with a reminder until eight in the morning', async () => {
    await allow('resident A');
    const pushAt = START + HOUR_MS;
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{ kind: 'doorReminder', pushAt }]));

    await street.runTimer('sendMessages');
    expect(await outbox()).toEqual([]);
    await street.clock.set(pushAt);
    await street.runTimer('sendMessages');

    expect(await outbox()).toHaveLength(1);
  });

  it('is over after a day, and the permission is left', async () => {
    await allow('resident A');
    const at = START - 24 * HOUR_MS;
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{ at, pushAt: at }]));

    await street.runTimer('sendMessages');

    expect([await outbox(), await statesOf('resident A')]).toEqual([[], ['none']]);
    expect(await tallyOf('resident A')).toEqual({ granted: 1, sent: 0 });
  });
});

describe('every night', () => {
  it('messages whose time is over go, and the outbox with them; the others stay', async () => {
    const stored = messagesOf(street, 'resident A', [
      { purgeOn: '2026-03-09' },
      { purgeOn: '2026-03-10' },
      { purgeOn: '2026-03-11' },
    ]);
    await street.replaceAll('messages', stored);
    await street.replaceAll('outbox', [{ _id: 'old', purgeOn: '2026-03-10' }]);

    await street.runTimer('purgeMessages');

    const left = await street.all<MessageDocument>('messages');
    expect(left.map(({ purgeOn }) => purgeOn)).toEqual(['2026-03-11']);
    expect(await outbox()).toEqual([]);
  });
});
