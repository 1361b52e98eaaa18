import { GUIDE, GUIDE_TEXT } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list guides at the desk', () => {
  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'auditor Q']) {
      expect(await street.as(person).guide.listDesk({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows a community its own guides with drafts first, and the street all of them', async () => {
    const { guide } = street.as('administrator S');
    dataOf(await guide.save({ version: 0, text: GUIDE_TEXT }));

    const { guides } = dataOf(await guide.listDesk({}));

    expect(guides[0]).toMatchObject({ state: 'draft', draft: GUIDE_TEXT, community: '金果社区' });
    expect(guides.map(({ shown }) => shown?.title)).toContain(GUIDE);
    expect(guides.map(({ shown }) => shown?.title)).not.toContain('高龄津贴');
    const all = dataOf(await street.as('office ADM').guide.listDesk({})).guides;
    expect(all.map(({ shown }) => shown?.title)).toContain('高龄津贴');
    expect(dataOf(await street.as('leader GL1').guide.listDesk({})).guides).toEqual([]);
  });
});
