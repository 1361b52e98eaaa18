import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the buildings of a compound', () => {
  it('is refused for a compound that is not there', async () => {
    await expectStandstill(
      street,
      () => street.as('outsider X').area.listBuildings({ compoundId: 'nowhere' }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused for an operator in place of an id', async () => {
    const compoundId = { $ne: '' } as unknown as string;

    await expectStandstill(
      street,
      () => street.as('outsider X').area.listBuildings({ compoundId }),
      refused('VALIDATION'),
    );
  });

  it('names them in their order, to anybody', async () => {
    const compoundId = street.area('苹果花园');

    const { compound, buildings } = dataOf(await street.as('outsider X').area.listBuildings({ compoundId }));

    expect(compound).toEqual({ id: compoundId, name: '苹果花园', community: '金果社区' });
    expect(buildings.map(({ label }) => label)).toEqual(['1', '2', '3', '5', '6']);
  });
});
