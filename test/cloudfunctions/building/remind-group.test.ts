import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { fillAllBut } from './walls-of-a-building';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HOUR = 3_600_000;
const three = () => ({ buildingId: street.building('苹果花园 3') });
const remind = () => street.as('head H3').building.remindGroup(three());

describe('remind the group', () => {
  it('is not found for a building that nobody built', async () => {
    const call = () => street.as('head H3').building.remindGroup({ buildingId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to everybody but the head and the worker of the building', async () => {
    for (const person of ['outsider X', 'community S', 'office ADM']) {
      const call = () => street.as(person).building.remindGroup(three());
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const other = { buildingId: street.building('苹果花园 5') };
    const call = () => street.as('head H3').building.remindGroup(other);
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused twice in a day, by whomever the first was', async () => {
    dataOf(await remind());
    await street.clock.set(street.clock.now() + 2 * HOUR);

    const call = () => street.as('worker W1').building.remindGroup(three());
    await expectStandstill(street, call, refused('WRONG_STATE', { hindrance: 'tooSoon' }));
    await street.clock.set(street.clock.now() + 23 * HOUR);
    expect(dataOf(await remind()).state).toBe('open');
  });

  it('is refused at night', async () => {
    await street.clock.set(Date.parse('2026-03-10T13:00:00Z'));
    await expectStandstill(street, remind, refused('WRONG_STATE', { hindrance: 'night' }));
  });

  it('answers the figures of this moment, with an event and nobody told', async () => {
    expect(dataOf(await remind())).toMatchObject({ state: 'open', counts: { handedIn: 12, due: 36 } });

    const [event, ...others] = await street.events();
    expect(others).toEqual([]);
    expect(event?.audit).toMatchObject({ action: 'building.remind', objects: [three().buildingId] });
    expect(await street.count('messages')).toBe(0);
  });

  it('holds no number for the last doors', async () => {
    await fillAllBut(street, three().buildingId, 2);

    expect(dataOf(await remind())).not.toHaveProperty('counts');
  });

  it('answers a repeated operation as before', async () => {
    const opId = newOpId();
    const first = dataOf(await street.as('head H3').building.remindGroup(three(), { opId }));

    const again = await street.as('head H3').building.remindGroup(three(), { opId, again: true });

    expect(again).toEqual(repeated(first));
  });
});
