import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('list the directory', () => {
  it('is refused for a cursor that is none', async () => {
    expect(await street.as('outsider X').guide.listDirectory({ cursor: 'x' })).toEqual(refused('VALIDATION'));
  });

  it('shows the offices of all five bodies to anybody, and no person', async () => {
    const { entries } = dataOf(await street.as('outsider X').guide.listDirectory({}));

    expect(new Set(entries.map(({ body }) => body))).toEqual(
      new Set(['branch', 'committee', 'owners', 'property', 'deputies']),
    );
    const owners = entries.find(({ name }) => name === '苹果花园业主委员会');
    expect(owners).toMatchObject({ seats: '主任、值班委员', hours: '每周二、周四 19:00–20:30' });
  });
});
