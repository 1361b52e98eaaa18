import { residentAtHome } from '../fixture/services';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list names for a certificate', () => {
  it('is refused in a seat of the office', async () => {
    for (const person of ['worker W1', 'administrator S']) {
      expect(await street.as(person).certificate.listNames({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('has none for an outsider who never helped', async () => {
    expect(await street.as('outsider X').certificate.listNames({})).toEqual(accepted({ names: [] }));
  });

  it('offers a resident the people of the own household', async () => {
    const { certificate } = await residentAtHome(street);

    const { names } = dataOf(await certificate.listNames({}));

    expect(names.length).toBeGreaterThan(0);
    expect(names.every(({ name }) => name !== '')).toBe(true);
  });

  it('offers a volunteer the own name', async () => {
    const { names } = dataOf(await street.as('volunteer E').certificate.listNames({}));

    expect(names).toEqual([{ key: 'volunteer', name: expect.any(String) }]);
  });

  it('offers nothing of a household that took its consent back', async () => {
    const resident = await residentAtHome(street);
    const [home] = await street.all<{ _id: string }>('households', { accounts: street.userId('resident A') });
    const households = await street.all<{ _id: string }>('households');
    await street.replaceAll(
      'households',
      households.map((one) => (one._id === home?._id ? { ...one, withdrawn: true } : one)),
    );

    expect(await resident.certificate.listNames({})).toEqual(accepted({ names: [] }));
  });
});
