import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const search = async (text: string): Promise<string[]> =>
  dataOf(await street.as('outsider X').area.searchCompounds({ text })).compounds.map(({ name }) => name);

describe('search for a compound', () => {
  it('finds nothing where nothing begins like that', async () => {
    expect(await search('无此小区')).toEqual([]);
  });

  it('is refused with a cursor that is not ours', async () => {
    await expectStandstill(
      street,
      () => street.as('outsider X').area.searchCompounds({ text: '', cursor: 'made-up' }),
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it('is refused for a text that no name is as long as', async () => {
    await expectStandstill(
      street,
      () => street.as('outsider X').area.searchCompounds({ text: '苹'.repeat(21) }),
      refused('VALIDATION', { field: 'text' }),
    );
  });

  it('is refused past the thirtieth search of ten minutes, and open in the next ten', async () => {
    const replies = [];
    for (let time = 1; time <= 31; time += 1) {
      replies.push(await street.as('elder K').area.searchCompounds({ text: '' }));
    }
    await street.clock.set(street.clock.now() + 10 * 60_000);
    const later = await street.as('elder K').area.searchCompounds({ text: '' });

    expect(replies.slice(0, 30).every(({ ok }) => ok)).toBe(true);
    expect(replies[30]).toEqual(refused('RATE_LIMITED'));
    expect(later.ok).toBe(true);
  });

  it('finds by the beginning of a name and by its first letters', async () => {
    expect(await search('苹果')).toEqual(['苹果花园']);
    expect(await search('pghy')).toEqual(['苹果花园']);
  });

  it('reads a dot or a bracket as a letter and not as a pattern', async () => {
    expect(await search('.*')).toEqual([]);
    expect(await search('[')).toEqual([]);
  });

  it('lists every compound without a text, each once', async () => {
    const names = await search('');

    expect(new Set(names).size).toBe(9);
    expect(names).toHaveLength(9);
  });
});
