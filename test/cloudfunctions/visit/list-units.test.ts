import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the list of units to walk', () => {
  it('is refused with a cursor that is none of ours', async () => {
    expect(await street.as('worker W1').visit.listUnits({ cursor: 'x' })).toEqual(refused('VALIDATION'));
  });

  it('says how many doors there are, and how many are left', async () => {
    const { unitId } = street.door('苹果花园 3-2-502');
    const { units } = dataOf(await street.as('worker W1').visit.listUnits({}));
    const unit = units.find(({ id }) => id === unitId);

    expect(unit).toMatchObject({ label: expect.any(String) as string });
    expect(unit?.left).toBe(unit?.doors);
  });
});
