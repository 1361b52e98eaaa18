/** What is kept for a time is there on its last day and gone after it, by the clock. */
import { sealRecord } from '@domain/work/sealed-record';
import type {
  BoardDocument,
  LimitDocument,
  OfferDocument,
  TaskDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { offer } from '../fixture/seat-steps';
import { handIn, register } from '../fixture/residents';
import { dataOf, openStreet, START, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY_MS = 24 * 3_600_000;
const door = (): Door => street.door('苹果花园 3-2-502');
const slot = async () =>
  (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];

async function leftAfter(collection: string, timer: string, days: number): Promise<number> {
  await street.clock.set(START + days * DAY_MS);
  await street.runTimer(timer);
  return street.count(collection);
}

describe('the nightly purge', () => {
  it('takes a record that a phone could not read after sixty days', async () => {
    const worker = street.as('worker W1').visit;
    const { pack, sealKey } = dataOf(await worker.downloadUnit({ unitId: door().unitId }));
    const secret = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
    dataOf(
      await worker.handInBroken({ pack, sealed: sealRecord('{', Buffer.from(sealKey, 'base64url'), secret) }),
    );

    expect(await leftAfter('brokenRecords', 'purgeBroken', 59)).toBe(1);
    expect(await leftAfter('brokenRecords', 'purgeBroken', 60)).toBe(0);
  });

  it('takes an offer after thirty days, whatever became of it', async () => {
    await offer(street);
    const [kept] = await street.all<OfferDocument>('offers');

    expect(kept?.purgeOn).toBe('2026-04-09');
    expect(await leftAfter('offers', 'purgeOffers', 29)).toBe(1);
    expect(await leftAfter('offers', 'purgeOffers', 30)).toBe(0);
  });

  it('takes what counted a caller two days later, and not while a lock holds', async () => {
    await handIn(street, door());
    const [kept] = await street.all<LimitDocument>('limits');

    expect(kept?.purgeOn).toBe('2026-03-12');
    const before = await leftAfter('limits', 'purgeLimits', 2);
    expect(before).toBeGreaterThan(0);
    expect(await leftAfter('limits', 'purgeLimits', 3)).toBe(0);
  });

  it('takes what a chat opened when its time is over', async () => {
    await street.replaceAll('groupOpenings', [
      { _id: 'old', groupId: 'g', purgeOn: '2026-03-10' },
      { _id: 'new', groupId: 'g', purgeOn: '2026-03-12' },
    ]);

    expect(await leftAfter('groupOpenings', 'purgeOpenings', 0)).toBe(1);
    expect(await leftAfter('groupOpenings', 'purgeOpenings', 2)).toBe(0);
  });
});

describe('the nightly purge of forms', () => {
  it('erases one that nobody confirmed in sixty days, and the door is asked again', async () => {
    await handIn(street, door());
    const waiting = await slot();
    const { compoundId, communityId, streetId } = door();
    const boards = async () => {
      const found = await street.all<BoardDocument>('boards');
      const scopes = [compoundId, communityId, streetId];
      return scopes.map((id) => found.find(({ _id }) => _id === id)?.counts.waiting);
    };

    // Older ones of the street go first.
    expect(await leftAfter('submissions', 'purgeForms', 59)).toBe(1);
    await street.runTimer('rollUp');
    const before = await boards();
    expect(await leftAfter('submissions', 'purgeForms', 60)).toBe(0);

    expect(waiting).toMatchObject({ state: 'pending', waiting: 1 });
    expect(await slot()).toMatchObject({ state: 'missing', waiting: 0, flagged: false });
    expect(await slot()).not.toHaveProperty('former');
    expect([before, await boards()]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
  });

  it('leaves the household that stands behind the door, and ends the work about the form', async () => {
    await register(street, door());
    const { _id: formId } = await handIn(street, door(), { by: 'child B' });
    const asked = await street.seated('resident A');
    dataOf(await asked.census.answerJoin({ formId, answer: 'notOurs' }));
    const before = await street.count('households');

    expect(await leftAfter('submissions', 'purgeForms', 60)).toBe(0);

    expect(await street.count('households')).toBe(before);
    expect(await slot()).toMatchObject({ state: 'filled', waiting: 0, households: 1 });
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'joinRequest' });
    expect(tasks.map(({ state }) => state)).toEqual(['void']);
  });

  it('does it once, however often it runs', async () => {
    await handIn(street, door());
    await leftAfter('submissions', 'purgeForms', 60);
    const once = await street.digests();

    await street.runTimer('purgeForms');

    expect(await street.digests()).toEqual(once);
  });
});
