import { sealWords } from '../../../cloudfunctions/records/issue-words';
import type { IssueDocument } from '../../../cloudfunctions/repositories/documents';
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
    const overdue = dataOf(await S().issue.list({ stage: 'overdue' }));
    expect(overdue.issues).toMatchObject([
      { id, isOverdue: true, department: expect.stringContaining('物业') as string },
    ]);
    expect(overdue.departments).toEqual([{ name: overdue.issues[0]?.department, count: 1 }]);
  });

  it('count over all that is overdue, whatever the page holds, and nothing that is not', async () => {
    const { id } = await reported(street);
    await assigned(street, id);
    const issue = await street.stored<IssueDocument>('issues', id);
    if (issue === undefined) throw new Error('there is no such issue');
    const made = (at: number, department: string, dueOn: string): IssueDocument => {
      const _id = `${department}${String(at).padStart(4, '0')}`;
      const sealedWords = sealWords(
        street.keyring,
        { _id, isStreetOnly: false },
        { text: '灯不亮', spot: '' },
      );
      return { ...issue, _id, sealedWords, department, dueOn, sortKey: `${dueOn} ${_id}` };
    };
    const many = (count: number, department: string, dueOn: string) =>
      Array.from({ length: count }, (_, at) => made(at, department, dueOn));
    const late = [...many(1004, 'a', '2026-03-01'), ...many(3, 'b', '2026-03-02')];
    await street.replaceAll('issues', [...late, ...many(2, 'c', '2026-03-20')]);

    const first = dataOf(await S().issue.list({ stage: 'overdue' }));
    expect(first.departments).toEqual([
      { name: 'a', count: 1004 },
      { name: 'b', count: 3 },
    ]);
    const { next: cursor = '' } = first;
    expect(dataOf(await S().issue.list({ stage: 'overdue', cursor }))).not.toHaveProperty('departments');
  });
});
