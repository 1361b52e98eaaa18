import { changeSeat } from '../fixture/seats';
import { register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { fillAllBut } from './walls-of-a-building';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const three = () => ({ buildingId: street.building('苹果花园 3') });

describe('open the card of a building', () => {
  it('is not found for a building that nobody built', async () => {
    const call = () => street.as('outsider X').building.readCard({ buildingId: 'nowhere' });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is not valid with anything beside the building', async () => {
    const input = { ...three(), doorId: street.door('苹果花园 3-2-502').id };
    const call = () => street.as('outsider X').building.readCard(input);
    await expectStandstill(street, call, refused('VALIDATION'));
  });

  it('shows everybody the same: a place, two figures, and who asks', async () => {
    const seen = await Promise.all(
      ['outsider X', 'head H3', 'worker W2', 'office SEC', 'auditor Q'].map(async (person) =>
        dataOf(await street.as(person).building.readCard(three())),
      ),
    );

    expect(new Set(seen.map((card) => JSON.stringify(card))).size).toBe(1);
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(
      ['asOf', 'buildingId', 'campaign', 'compoundId', 'counts', 'plate', 'state'].sort(),
    );
    expect(seen[0]?.compoundId).toBe(street.area('苹果花园'));
  });

  it('calls a resident’s own door beside it, whichever seat acts, and nobody else’s', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const homeOf = async (person: string) =>
      dataOf(await street.as(person, null).building.readCard(three())).home;

    expect(await homeOf('resident A')).toBe('苹果花园 3-2-502');
    expect([await homeOf('resident B'), await homeOf('head H3')]).toEqual([undefined, undefined]);

    await changeSeat(street, 'resident A', { endsOn: '2026-03-09' });
    expect(await homeOf('resident A')).toBeUndefined();
  });

  it('stays open to residents when the head’s term is over', async () => {
    await changeSeat(street, 'head H3', { endsOn: '2026-03-09' });

    expect(await street.as('head H3').building.readCard(three())).toEqual(refused('FORBIDDEN'));
    expect(dataOf(await street.as('head H3', null).building.readCard(three())).state).toBe('open');
  });

  it('says no number about the last three doors', async () => {
    await fillAllBut(street, three().buildingId, 3);

    const card = dataOf(await street.as('outsider X').building.readCard(three()));

    expect(card.state).toBe('almost');
    expect(card).not.toHaveProperty('counts');
  });
});
