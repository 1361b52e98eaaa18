import { assigned, reported } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');

describe('lists of the desk', () => {
  it('show each stage within reach, and first what is overdue', async () => {
    const { id } = await reported(street);
    const idsOf = async (
      person: string,
      stage: 'review' | 'work' | 'overdue' | 'reporter',
    ): Promise<string[]> =>
      dataOf(await street.as(person).issue.list({ stage })).issues.map((issue) => issue.id);
    for (const person of ['administrator S', 'worker W1', 'head H3', 'property P1', 'office ADM']) {
      expect(await idsOf(person, 'review')).toEqual([id]);
    }
    expect(await idsOf('leader GL1', 'review')).toEqual([]);
    await assigned(street, id);
    expect([await idsOf('administrator S', 'work'), await idsOf('administrator S', 'overdue')]).toEqual([
      [id],
      [],
    ]);
    await street.clock.set(street.clock.now() + 4 * 86_400_000);
    const overdue = dataOf(await S().issue.list({ stage: 'overdue' })).issues;
    expect(overdue).toMatchObject([
      { id, isOverdue: true, department: expect.stringContaining('物业') as string },
    ]);
  });
});
