import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const list = (person: string, compound: string) =>
  street.as(person).area.listGrids({ compoundId: street.area(compound) });

describe('list the grids of a compound', () => {
  it('finds nothing for a compound that is not there', async () => {
    const reply = await street.as('admin ADM').area.listGrids({ compoundId: 'nowhere' });

    expect(reply).toEqual(refused('NOT_FOUND'));
  });

  it('is refused to those who build nothing', async () => {
    expect(await list('worker W1', '苹果花园')).toEqual(refused('FORBIDDEN'));
    expect(await list('resident A', '苹果花园')).toEqual(refused('FORBIDDEN'));
    expect(await list('auditor Q', '苹果花园')).toEqual(refused('FORBIDDEN'));
  });

  it('shows a community nothing of a compound of another one', async () => {
    expect(await list('community S', '樱花苑')).toEqual(refused('NOT_FOUND'));
  });

  it('names the grids of the communities that the compound lies in', async () => {
    const own = dataOf(await list('community S', '苹果花园'));
    const whole = dataOf(await list('admin ADM', '苹果花园'));

    expect(own.compound).toMatchObject({ name: '苹果花园', community: '金果社区' });
    expect(own.grids.map(({ id }) => id)).toEqual(expect.arrayContaining([street.area('金果01网格')]));
    expect(whole.grids).toEqual(own.grids);
  });
});
