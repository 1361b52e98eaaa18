import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { hoursAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('entries by hand', () => {
  it('are read by anybody, without names or ids, whatever became of them', async () => {
    const manual = { manual: 'yes', ground: 'noPhone', source: 'manual' } as const;
    await street.replaceAll('hours', [
      hoursAt(street, 'volunteer E', { ...manual, sourceId: 'one', state: 'refused' }),
      hoursAt(street, 'volunteer F', { ...manual, sourceId: 'two' }),
      hoursAt(street, 'volunteer F', { sourceId: 'three' }),
    ]);

    const reply = await street
      .as('outsider X', null)
      .volunteer.listManual({ communityId: street.area('金果社区') });

    const { entries } = dataOf(reply);
    expect(entries.map(({ state }) => state).sort()).toEqual(['granted', 'refused']);
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['day', 'ground', 'minutes', 'state']);
  });
});
