import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import {
  alone,
  askedTenancy,
  landlordAtPhone,
  landlordDoor,
  landlordHome,
  LANDLORD_NUMBER,
  moveIn,
  numberProof,
  tenantHome,
} from '../fixture/tenants';

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

    expect(dataOf(await tenant.tenancy.listAsked({}))).toEqual({ tenancies: [], hidden: 0 });
  });

  it('is a count until the caller has shown to hold the number that was named, and again after an hour', async () => {
    await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const another = await numberProof(landlord, '10000000001');
    const strangers = await numberProof(street.as('outsider X'), LANDLORD_NUMBER);

    for (const input of [{}, { proof: '' }, { proof: 'x' }, { proof: another }, { proof: strangers }]) {
      expect(dataOf(await landlord.tenancy.listAsked(input))).toEqual({ tenancies: [], hidden: 1 });
    }
    expect(dataOf(await landlord.tenancy.listAsked({ proof }))).toMatchObject({ hidden: 0 });
    await street.clock.set(street.clock.now() + 3_600_000);
    expect(dataOf(await landlord.tenancy.listAsked({ proof }))).toEqual({ tenancies: [], hidden: 1 });
  });

  it('shows the door, a masked name and days, and nothing else of anybody', async () => {
    const { _id } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);

    const { tenancies } = dataOf(await landlord.tenancy.listAsked({ proof }));

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

  it('finds what was said of a number before its holder registered, and nothing for half of that', async () => {
    const { _id } = await tenantHome(street);
    await landlordHome(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const phone = LANDLORD_NUMBER;
    const another = await numberProof(landlord, '10000000001');
    const strangers = await numberProof(street.as('outsider X'), phone);

    const halves = [{}, { proof }, { phone }, { phone, proof: another }, { phone, proof: strangers }];
    for (const input of [...halves, { phone: '10000000001', proof: another }]) {
      expect(dataOf(await landlord.tenancy.listAsked(input))).toEqual({ tenancies: [], hidden: 0 });
    }
    const { tenancies, hidden } = dataOf(await landlord.tenancy.listAsked({ phone, proof }));
    expect([tenancies.map(({ id, state }) => [id, state]), hidden]).toEqual([[[_id, 'unnamed']], 0]);
    await street.clock.set(street.clock.now() + 3_600_000);
    expect(dataOf(await landlord.tenancy.listAsked({ phone, proof }))).toEqual({ tenancies: [], hidden: 0 });
  });

  it('finds nothing for another person who holds the number that a tenant mistyped', async () => {
    await tenantHome(street);
    const form = alone('王建国', LANDLORD_NUMBER);
    await moveIn(street, landlordDoor(street), { by: 'landlord D', form, worker: 'leader GL1' });
    const { landlord, proof } = await landlordAtPhone(street);

    const reply = await landlord.tenancy.listAsked({ phone: LANDLORD_NUMBER, proof });

    expect(dataOf(reply)).toEqual({ tenancies: [], hidden: 0 });
  });
});
