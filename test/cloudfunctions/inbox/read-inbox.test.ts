import { messagesOf } from '../fixture/messages';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read the inbox', () => {
  it('shows nobody the messages of somebody else', async () => {
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}]));

    for (const person of ['outsider X', 'worker W1', 'community S', 'office ADM', 'auditor Q']) {
      expect(dataOf(await street.as(person).inbox.readInbox({}))).toEqual({ messages: [], unread: 0 });
    }
  });

  it('is refused a cursor that was not ours', async () => {
    await expectStandstill(
      street,
      () => street.as('resident A').inbox.readInbox({ cursor: 'somewhere' }),
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it('shows the own messages, newest first, with sentences that name a place and nobody', async () => {
    await register(street, street.door('苹果花园 3-2-502'));

    const { messages, unread } = dataOf(await street.as('resident A', null).inbox.readInbox({}));

    expect(unread).toBe(1);
    expect(messages).toEqual([
      {
        id: expect.any(String) as string,
        title: '登记确认好了',
        body: '苹果花园 3-2-502 的登记，网格员已经确认。',
        at: START,
        isRead: false,
        link: '/packages/home/pages/my/my',
      },
    ]);
  });

  it('is the same in every seat of the person', async () => {
    await street.replaceAll('messages', messagesOf(street, 'worker W1', [{ kind: 'taskGiven' }]));

    const inSeat = dataOf(await street.as('worker W1').inbox.readInbox({}));

    expect(inSeat.messages).toHaveLength(1);
    expect(dataOf(await street.as('worker W1', null).inbox.readInbox({}))).toEqual(inSeat);
  });

  it('opens a spoken code for its reader and for nobody else', async () => {
    const [message] = messagesOf(street, 'resident A', [{ kind: 'spokenCode' }]);
    const place = { collection: 'messages', id: message?._id ?? '', field: 'values' };
    const sealedValues = street.keyring.seal('content', place, JSON.stringify({ note: '4826' }));
    await street.replaceAll('messages', [{ ...message, sealedValues }]);

    const own = dataOf(await street.as('resident A').inbox.readInbox({}));
    const others = dataOf(await street.as('outsider X').inbox.readInbox({}));

    expect(own.messages[0]?.body).toContain('口令 4826');
    expect(others.messages).toEqual([]);
    expect(JSON.stringify(await street.all('messages'))).not.toContain('4826');
  });

  it('pages by twenty without losing or doubling a message, also of one millisecond', async () => {
    const changes = Array.from({ length: 47 }, (_, index) => (index < 5 ? {} : { at: START - 3_600_000 }));
    const stored = messagesOf(street, 'resident A', changes);
    await street.replaceAll('messages', stored);
    const { readInbox } = street.as('resident A').inbox;

    const first = dataOf(await readInbox({}));
    const second = dataOf(await readInbox({ cursor: first.next }));
    const third = dataOf(await readInbox({ cursor: second.next }));

    expect([first, second, third].map(({ messages }) => messages.length)).toEqual([20, 20, 7]);
    expect([first.unread, second.unread, third.next]).toEqual([47, undefined, undefined]);
    const ids = [first, second, third].flatMap(({ messages }) => messages.map(({ id }) => id));
    expect(new Set(ids)).toEqual(new Set(stored.map(({ _id }) => _id)));
    expect(ids).toHaveLength(stored.length);
  });

  it('counts the newest hundred', async () => {
    await street.replaceAll('messages', messagesOf(street, 'resident A', new Array(120).fill({})));

    expect(dataOf(await street.as('resident A').inbox.readInbox({})).unread).toBe(100);
    expect(dataOf(await street.as('resident A').session.whoami({})).unread).toBe(100);
  });
});
