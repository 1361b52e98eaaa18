import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { changeSeat } from '../fixture/seats';
import { openStreet, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(async () => {
  await street.reset();
  await changeSeat(street, 'operator OP', { state: 'ended' });
});
afterAll(() => street.close());

const DAY_MS = 86_400_000;
const STAYS = { endsOn: '2026-12-31' };

async function nightsAfter(...days: number[]): Promise<void> {
  for (const day of days) {
    await street.clock.set(START + day * DAY_MS);
    await street.runTimer('warnOfLastSeats');
  }
}

async function told(): Promise<[userId: string, day: string | undefined][]> {
  const messages = await street.all<MessageDocument>('messages', { kind: 'seatsEnding' });
  return messages
    .sort((left, right) => left.at - right.at || left.userId.localeCompare(right.userId))
    .map(({ userId, values }) => [userId, values.day]);
}

const both = (): string[] =>
  ['office ADM', 'second ADM2'].map((person) => street.userId(person)).sort((a, b) => a.localeCompare(b));

describe('a street that comes down to one administrator', () => {
  it('tells both in time, each step once, however often the night runs', async () => {
    await changeSeat(street, 'office ADM', STAYS);
    await changeSeat(street, 'second ADM2', { endsOn: '2026-04-20' });

    await nightsAfter(0, 11);
    expect(await told()).toEqual([]);
    await nightsAfter(12, 12, 13, 28, 29);

    const steps = both().map((userId): [string, string] => [userId, '4月21日']);
    expect(await told()).toEqual([...steps, ...steps]);
  });

  it('tells the one who is left, once', async () => {
    await changeSeat(street, 'office ADM', STAYS);
    await changeSeat(street, 'second ADM2', { state: 'suspended' });

    await nightsAfter(0, 1, 2);

    expect(await told()).toEqual([[street.userId('office ADM'), '3月10日']]);
  });

  it('counts nobody who only looks on', async () => {
    await changeSeat(street, 'office ADM', STAYS);
    await changeSeat(street, 'second ADM2', { ...STAYS, duty: 'observe' });

    await nightsAfter(0);

    expect(await told()).toHaveLength(1);
  });

  it('is quiet while two stay', async () => {
    for (const person of ['office ADM', 'second ADM2']) await changeSeat(street, person, STAYS);

    await nightsAfter(0);

    expect(await told()).toEqual([]);
  });
});
