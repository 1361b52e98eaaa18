import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { register, sendBack } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { setDoor, slotOf } from './walls-of-a-building';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY = 24 * 3_600_000;
const door = () => street.door('苹果花园 3-2-502');
const remind = (person = 'head H3', doorId = door().id) => street.as(person).building.remindDoor({ doorId });

/** A new round has begun: the household is known by its accounts, and its door has not answered. */
async function knownButUnfilled(): Promise<void> {
  await register(street, door());
  await setDoor(street, door(), { state: 'missing', households: 0 });
}

describe('remind one door', () => {
  it('is not found for a door that does not exist', async () => {
    for (const doorId of ['nowhere', 'nowhere-1', `${door().unitId}-999`]) {
      await expectStandstill(street, () => remind('head H3', doorId), refused('NOT_FOUND'));
    }
  });

  it('is refused to outsiders, and to the head of another building', async () => {
    await expectStandstill(street, () => remind('outsider X'), refused('FORBIDDEN'));
    await expectStandstill(street, () => remind('volunteer V1'), refused('FORBIDDEN'));
    const elsewhere = street.door('苹果花园 5-1-101').id;
    await expectStandstill(street, () => remind('head H3', elsewhere), refused('NOT_FOUND'));
  });

  it('is refused where the door has answered, or somebody waits to be confirmed', async () => {
    const filled = street.door('苹果花园 3-1-101').id;
    const call = () => remind('head H3', filled);
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'filled' }));
    await setDoor(street, door(), { state: 'pending', waiting: 1 });
    await expectStandstill(street, () => remind(), refused('WRONG_STATE', { state: 'pending' }));
  });

  it('is refused within a day, after the third, and at night', async () => {
    for (let day = 0; day < 3; day += 1) {
      dataOf(await remind());
      const since = street.clock.now();
      await street.clock.set(since + DAY - 1);
      const hindrance = day < 2 ? { hindrance: 'tooSoon', since } : { hindrance: 'enough' };
      await expectStandstill(street, () => remind('worker W1'), refused('WRONG_STATE', hindrance));
      await street.clock.set(since + DAY);
    }
    await expectStandstill(street, () => remind(), refused('WRONG_STATE', { hindrance: 'enough' }));
    const other = street.door('苹果花园 3-2-501').id;
    await street.clock.set(Date.parse('2026-03-12T22:00:00Z'));
    await expectStandstill(
      street,
      () => remind('head H3', other),
      refused('WRONG_STATE', { hindrance: 'night' }),
    );
  });

  it('writes to the inbox of those who are registered behind it', async () => {
    await knownButUnfilled();

    expect(await remind()).toEqual(accepted({ remindedAt: street.clock.now() }));

    const [message, ...others] = await street.all<MessageDocument>('messages', { kind: 'doorReminder' });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      userId: street.userId('resident A'),
      values: { place: '苹果花园 3-2-502' },
    });
    expect((await slotOf(street, door()))?.reminded).toMatchObject({ count: 1, at: street.clock.now() });
    const event = (await street.events()).find(({ audit }) => audit.action === 'building.remind');
    expect(event?.audit).toMatchObject({ objects: [door().id], actAs: 'BH' });
    expect(event?.subjects).toEqual([]);
  });

  it('reaches whoever was asked to fill in again, and nobody who is not of that door or refused', async () => {
    await sendBack(street, door());
    await sendBack(street, door(), { by: 'outsider X', reason: '不是这一户的' });

    dataOf(await remind());

    const told = await street.all<MessageDocument>('messages', { kind: 'doorReminder' });
    expect(told.map(({ userId }) => userId)).toEqual([street.userId('resident A')]);
    await setDoor(street, door(), { state: 'refused' });
    await street.clock.set(street.clock.now() + DAY);
    dataOf(await remind());
    expect(await street.count('messages', { kind: 'doorReminder' })).toBe(1);
  });

  it('answers the same where nobody has an account and where they refused, and tells nobody', async () => {
    const nobody = await remind();
    const refusing = street.door('苹果花园 3-1-101');
    await setDoor(street, refusing, { state: 'refused', households: 0 });

    const silent = await remind('head H3', refusing.id);

    expect(silent).toEqual(nobody);
    expect(await street.count('messages')).toBe(0);
  });

  it('never reaches a household that took back its consent', async () => {
    const { _id: householdId } = await register(street, door());
    dataOf(await (await street.seated('resident A')).census.withdrawConsent({ householdId }));
    await setDoor(street, door(), { state: 'missing', households: 0 });

    dataOf(await remind());

    expect(await street.count('messages', { kind: 'doorReminder' })).toBe(0);
  });
});
