import { officeOf } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

describe('guide.listOffices', () => {
  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'auditor Q']) {
      expect(await street.as(person).guide.listOffices({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows a community its own offices, and none of another’s', async () => {
    const { _id } = await officeOf(street);
    const idsFor = async (person: string): Promise<string[]> => {
      const { offices } = dataOf(await street.as(person).guide.listOffices({}));
      return offices.map(({ id }) => id);
    };

    expect(await idsFor('administrator S')).toContain(_id);
    expect(await idsFor('leader GL1')).toEqual([]);
  });
});
