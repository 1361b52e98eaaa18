import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { messagesOf } from '../fixture/messages';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  START,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const MINUTE_MS = 60_000;

/** Whether each message of a person is read, the newest first. */
async function readOf(person: string): Promise<boolean[]> {
  const messages = await street.all<MessageDocument>('messages', { userId: street.userId(person) });
  return messages.sort((left, right) => right.at - left.at).map(({ isRead }) => isRead);
}

describe('mark what was seen', () => {
  it('reaches no message of somebody else', async () => {
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}]));

    dataOf(await street.as('worker W1').inbox.markRead({ from: 0, upTo: START }));

    expect(await readOf('resident A')).toEqual([false]);
  });

  it('is refused to a seat that is suspended; the person reads without it', async () => {
    const seats = await street.all<{ userId: string }>('assignments');
    const own = street.userId('worker W1');
    await street.replaceAll(
      'assignments',
      seats.map((seat) => (seat.userId === own ? { ...seat, state: 'suspended' } : seat)),
    );

    await expectStandstill(
      street,
      () => street.as('worker W1').inbox.markRead({ from: 0, upTo: START }),
      refused('FORBIDDEN'),
    );
    dataOf(await street.as('worker W1', null).inbox.readInbox({}));
  });

  it('is refused where the end comes before the beginning, and for times that are none', async () => {
    const { markRead } = street.as('resident A').inbox;

    for (const seen of [
      { from: START, upTo: START - 1 },
      { from: -1, upTo: START },
    ]) {
      expect((await markRead(seen)).ok).toBe(false);
    }
    await expectStandstill(
      street,
      () => markRead({ from: -1, upTo: START }),
      refused('VALIDATION', { field: 'from' }),
    );
  });

  it('marks what stood on the screen, both ends included, and nothing older', async () => {
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}, {}, {}, {}]));

    const reply = await street
      .as('resident A')
      .inbox.markRead({ from: START - 2 * MINUTE_MS, upTo: START - MINUTE_MS });

    expect(reply).toEqual(accepted({}));
    expect(await readOf('resident A')).toEqual([false, true, true, false]);
    expect(dataOf(await street.as('resident A').session.whoami({})).unread).toBe(2);
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'inbox.mark');
    expect(event?.audit).toMatchObject({ objects: [street.userId('resident A')], fields: ['isRead'] });
  });

  it('answers a repeated operation with its first answer', async () => {
    await street.replaceAll('messages', messagesOf(street, 'resident A', [{}]));
    const opId = newOpId();
    const mark = (again: boolean) =>
      street.as('resident A').inbox.markRead({ from: 0, upTo: START }, { opId, again });

    expect(await mark(false)).toEqual(accepted({}));
    expect(await mark(true)).toEqual(repeated({}));
    expect(await street.count('events')).toBe(1);
  });
});
