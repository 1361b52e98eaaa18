import { classified, reported } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);
const compoundId = () => street.door('苹果花园 3-2-502').compoundId;

describe('similar reports', () => {
  it('finds what speaks of the same thing', async () => {
    const { id } = await reported(street);
    await classified(street, id, 'release');
    const idsOf = async (text: string): Promise<string[]> =>
      dataOf(
        await outsider().issue.findSimilar({ place: { by: 'compound', compoundId: compoundId() }, text }),
      ).issues.map((issue) => issue.id);
    expect(await idsOf('我们楼道灯不亮了')).toEqual([id]);
    expect(await idsOf('电动车没地方停')).toEqual([]);
  });
});
