import { answered, neighbour, reported } from '../fixture/issues';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what somebody reported', () => {
  it('is theirs alone, with every step in words', async () => {
    const { id, reporter } = await reported(street);
    await answered(street, id);
    const [own] = dataOf(await reporter.issue.listOwn({})).issues;
    expect(own).toMatchObject({
      id,
      state: 'answered',
      dueOn: '2026-03-13',
      text: '三楼拐弯：楼道灯不亮，晚上看不见台阶',
    });
    expect(own?.history.map(({ step: name }) => name)).toEqual([
      'report',
      'classify',
      'assign',
      'start',
      'answer',
    ]);
    expect(own?.history.at(-1)).toMatchObject({ role: 'PR', note: '三楼的灯换好了' });
    const other = await neighbour(street, 'tenant C');
    expect(dataOf(await other.issue.listOwn({})).issues).toEqual([]);
    expect(await street.as('auditor Q').issue.listOwn({})).toEqual(refused('FORBIDDEN'));
  });
});
