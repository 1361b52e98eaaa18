import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { LANDLORD_NUMBER, landlordHome, letDoor } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** D's son, as the worker of the let door hears of him. */
const son = () =>
  ({
    doorId: letDoor(street).id,
    name: '丁小海',
    gender: 1,
    ageBand: '18-59',
    phone: LANDLORD_NUMBER,
  }) as const;

describe('ask whether somebody is counted elsewhere', () => {
  it('is refused for a door that is not there or of another grid', async () => {
    const { household } = street.as('worker W1');

    expect(await household.checkCounted({ ...son(), doorId: 'nothing' })).toEqual(refused('NOT_FOUND'));
    expect(await household.checkCounted(son())).toEqual(refused('NOT_FOUND'));
  });

  it('is refused to residents, heads, the street and outsiders', async () => {
    for (const person of ['outsider X', 'head H3', 'office ADM']) {
      expect(await street.as(person).household.checkCounted(son())).toEqual(refused('FORBIDDEN'));
    }
  });

  it('is refused without a name or a number', async () => {
    const { household } = street.as('worker W2');

    for (const change of [{ name: '' }, { phone: '' }]) {
      expect(await household.checkCounted({ ...son(), ...change })).toEqual(refused('VALIDATION'));
    }
  });

  it('answers yes or no, never where, and the question is on record', async () => {
    const { household } = street.as('worker W2');
    const before = dataOf(await household.checkCounted(son()));
    await landlordHome(street);

    const after = await household.checkCounted(son());

    expect(before).toEqual({ isCounted: false });
    expect(after).toEqual({ ok: true, data: { isCounted: true } });
    expect(await street.count('audit', { 'audit.action': 'person.checkCounted' })).toBe(2);
  });

  it.each([{ name: '丁小河' }, { ageBand: '65-79' }, { gender: 2 }, { phone: '10000000405' }] as const)(
    'is no for somebody else: %j',
    async (change) => {
      await landlordHome(street);

      const reply = await street.as('worker W2').household.checkCounted({ ...son(), ...change });

      expect(dataOf(reply)).toEqual({ isCounted: false });
    },
  );
});
