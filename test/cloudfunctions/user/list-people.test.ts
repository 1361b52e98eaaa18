import { offer } from '../fixture/seat-steps';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('who works where', () => {
  it('is refused to those on the ground and to residents', async () => {
    for (const person of [
      'outsider X',
      'worker W1',
      'volunteer V1',
      'head H3',
      'property P1',
      'secretary SEC',
    ]) {
      const call = () => street.as(person).user.listPeople({ role: 'GW' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('shows a community its own, the street everybody, by masked names', async () => {
    const own = dataOf(await street.as('community S').user.listPeople({ role: 'GW' }));
    const all = dataOf(await street.as('office ADM').user.listPeople({ role: 'CA' }));
    const watched = dataOf(await street.as('auditor Q').user.listPeople({ role: 'GV' }));

    expect(own.people.map(({ id }) => id).sort()).toEqual(
      [street.seatId('worker W1'), street.seatId('worker W2')].sort(),
    );
    expect(own.people.every(({ name }) => /^.\*.$/.test(name))).toBe(true);
    expect(all.people).toHaveLength(9);
    expect(watched.people).toHaveLength(2);
  });

  it('shows who lacks what, and marks the own seat', async () => {
    const { people } = dataOf(await street.as('community S').user.listPeople({ role: 'CA' }));

    const own = people.filter(({ isOwn }) => isOwn);
    expect(own.map(({ id }) => id)).toEqual([street.seatId('community S')]);
    expect(people.every(({ lacks, state }) => lacks === undefined && state === 'active')).toBe(true);
  });

  it('names what was offered until it is taken, taken back or dead', async () => {
    const { offerId } = await offer(street);
    const ask = async () => dataOf(await street.as('community S').user.listPeople({ role: 'BH' })).offers;

    expect(await ask()).toMatchObject([
      { id: offerId, role: 'GV', name: '王*明', state: 'open', isOwn: true },
    ]);
    expect(dataOf(await street.as('leader GL1').user.listPeople({ role: 'GV' })).offers).toEqual([]);
    await street.clock.set(street.clock.now() + 24 * 3_600_000);
    expect(await ask()).toEqual([]);
  });
});
