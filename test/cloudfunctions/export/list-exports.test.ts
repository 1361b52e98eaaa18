import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';
import { madeExport, wishFor } from './export-kit';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const ask = async (person: string, area: string) =>
  dataOf(await street.as(person).export.requestExport(wishFor(street.area(area)))).exportId;
const list = async (person: string, cursor?: string) =>
  dataOf(await street.as(person).export.listExports(cursor === undefined ? {} : { cursor }));

describe('list exports', () => {
  it('is refused to those who may not ask for one', async () => {
    expect(await street.as('worker W1').export.listExports({})).toEqual(refused('FORBIDDEN'));
    expect(await street.as('secretary SEC').export.listExports({})).toEqual(refused('FORBIDDEN'));
  });

  it('refuses a cursor that is not ours', async () => {
    const reply = await street.as('admin ADM').export.listExports({ cursor: 'x' });

    expect(reply).toEqual(refused('VALIDATION', { field: 'cursor' }));
  });

  it('shows a community its own and the street all, newest first', async () => {
    const own = await ask('community S', '苹果花园');
    await street.clock.set(START + 1_000);
    const other = await ask('admin ADM', '樱花苑');
    await street.clock.set(START + 2_000);
    const whole = await ask('admin ADM', '万家街道');

    expect((await list('community S')).exports.map(({ id }) => id)).toEqual([own]);
    expect((await list('admin ADM2')).exports.map(({ id }) => id)).toEqual([whole, other, own]);
    expect((await list('auditor Q')).exports.map(({ id }) => id)).toEqual([whole, other, own]);
    const offices = (await list('admin ADM2')).exports.map(({ requester }) => requester);
    expect(offices).toEqual(['万家街道', '万家街道', '金果社区']);
  });

  it('says who may decide: an administrator of the street, and not on a wish of their own', async () => {
    await ask('admin ADM', '苹果花园');
    const rowFor = async (person: string) => (await list(person)).exports[0];

    expect(await rowFor('admin ADM')).toMatchObject({ isMine: true, mayDecide: false });
    expect(await rowFor('admin ADM2')).toMatchObject({ isMine: false, mayDecide: true });
    expect(await rowFor('community S')).toMatchObject({ isMine: false, mayDecide: false });
    expect(await rowFor('auditor Q')).toMatchObject({ isMine: false, mayDecide: false });
  });

  it('goes on by cursor, without gap or double', async () => {
    const asked: string[] = [];
    for (const person of ['admin ADM', 'admin ADM2', 'community S']) {
      for (let count = 0; count < 8; count += 1) {
        await street.clock.set(street.clock.now() + 1);
        asked.push(await ask(person, '苹果花园'));
      }
    }

    const first = await list('admin ADM');
    const second = await list('admin ADM', first.next);

    expect(first.exports).toHaveLength(20);
    expect(second.next).toBeUndefined();
    expect([...first.exports, ...second.exports].map(({ id }) => id)).toEqual(asked.reverse());
  });

  it('shows a finished file with its figures until its day is over', async () => {
    const id = await madeExport(street, wishFor(street.area('苹果花园')));

    const [ready] = (await list('admin ADM')).exports;
    await street.clock.set(START + 24 * 3_600_000);
    const [gone] = (await list('admin ADM')).exports;

    expect(ready).toMatchObject({ id, state: 'ready', parts: 1, partsDone: 1, asOf: START });
    expect(ready?.rows).toBeGreaterThan(0);
    expect(gone).toMatchObject({ id, state: 'gone' });
  });
});
