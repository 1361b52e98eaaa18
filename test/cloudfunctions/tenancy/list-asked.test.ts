import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { askedTenancy, LANDLORD_NUMBER } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list what a landlord is asked', () => {
  it('is refused to staff and to those who are bound to no home', async () => {
    for (const person of ['worker W2', 'office ADM', 'outsider X']) {
      expect(await street.as(person).tenancy.listAsked({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('is empty for everybody who is not the landlord', async () => {
    await askedTenancy(street);

    const tenant = await street.seated('tenant C');

    expect(dataOf(await tenant.tenancy.listAsked({}))).toEqual({ tenancies: [] });
  });

  it('shows the door, a masked name and days, and nothing else of anybody', async () => {
    const { _id } = await askedTenancy(street);
    const landlord = await street.seated('landlord D');

    const { tenancies } = dataOf(await landlord.tenancy.listAsked({}));

    expect(tenancies).toEqual([
      {
        id: _id,
        version: 1,
        plate: { compound: '樱花苑', line: '2-1-302' },
        tenant: '陈*雨',
        startOn: '2026-01-01',
        endOn: '2026-12-31',
        hasContract: true,
        state: 'asked',
        dueOn: '2026-03-17',
      },
    ]);
    const words = JSON.stringify(tenancies);
    for (const secret of ['陈小雨', '10000000303', LANDLORD_NUMBER]) expect(words).not.toContain(secret);
  });
});
