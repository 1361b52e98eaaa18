import { change, guideOf, GUIDE } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const id = expect.any(String) as string;

async function seenBy(person: string, title = GUIDE) {
  const { guides } = dataOf(await street.as(person).guide.readStats({}));
  return guides.find((guide) => guide.title === title);
}

describe('read how guides are rated', () => {
  it('is refused to whoever does not write them', async () => {
    for (const person of ['outsider X', 'worker W1', 'auditor Q']) {
      expect(await street.as(person).guide.readStats({})).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows a community its own guides, and the street all of them', async () => {
    expect(await seenBy('administrator S')).toEqual({ id, title: GUIDE });
    expect(await seenBy('administrator S', '高龄津贴')).toBeUndefined();
    expect(await seenBy('office ADM', '高龄津贴')).toEqual({ id, title: '高龄津贴' });
  });

  it('says a mean and a number from ten ratings on, and nothing below', async () => {
    const { _id } = await guideOf(street);
    await change(street, 'guides', { _id, stars: { '5': 8, '2': 1 } });
    expect(await seenBy('administrator S')).toEqual({ id, title: GUIDE });

    await change(street, 'guides', { _id, stars: { '5': 8, '2': 2 } });

    expect(await seenBy('administrator S')).toEqual({ id, title: GUIDE, ratings: 10, average: 4.4 });
  });
});
