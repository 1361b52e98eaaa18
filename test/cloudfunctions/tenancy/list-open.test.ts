import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { askedTenancy, FROM_D, LANDLORD_NUMBER, renting, tenantHome } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list tenancies to settle', () => {
  it('is refused to residents, heads, volunteers and the street', async () => {
    for (const person of ['outsider X', 'head H3', 'volunteer V1', 'office ADM']) {
      expect(await street.as(person).tenancy.listOpen({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('holds nothing of another grid, and nothing while the landlord has time', async () => {
    await askedTenancy(street);

    expect(dataOf(await street.as('worker W2').tenancy.listOpen({})).tenancies).toEqual([]);
    expect(dataOf(await street.as('worker W1').tenancy.listOpen({})).tenancies).toEqual([]);
  });

  it('shows one whose landlord nobody knows, masked, and leaves a trace', async () => {
    const unknown = { ...FROM_D, landlordPhone: '10099990000' };
    const { _id } = await tenantHome(street, renting('陈小雨', '10000000303', { tenancy: unknown }));

    const { tenancies } = dataOf(await street.as('worker W2').tenancy.listOpen({}));

    expect(tenancies).toEqual([
      expect.objectContaining({
        id: _id,
        state: 'unnamed',
        isFound: false,
        landlord: '丁*海',
        landlordPhone: '100****0000',
        tenant: '陈*雨',
      }),
    ]);
    expect(JSON.stringify(tenancies)).not.toContain(LANDLORD_NUMBER);
    expect(await street.count('audit', { 'audit.action': 'tenancy.decide' })).toBe(1);
    expect(dataOf(await street.as('worker W1').tenancy.listOpen({})).tenancies).toEqual([]);
  });
});
