import { assigned, reported } from '../fixture/issues';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what somebody was given', () => {
  it('is the own, until it is answered, and nobody else’s', async () => {
    const { id } = await reported(street);
    await assigned(street, id);
    const idsOf = async (person: string): Promise<string[]> =>
      dataOf(await street.as(person).issue.listGiven({})).issues.map((issue) => issue.id);
    expect([await idsOf('property P1'), await idsOf('worker W1')]).toEqual([[id], []]);
    expect(await street.as('outsider X', null).issue.listGiven({})).toEqual(refused('FORBIDDEN'));
  });
});
