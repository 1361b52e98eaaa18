import type { IssueDocument } from '../../../cloudfunctions/repositories/documents';
import { answered, passMinutes, reported, storedIssue } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');

describe('the ledger', () => {
  it('moves with each item and equals a recount', async () => {
    const { id } = await reported(street);
    await answered(street, id);
    await passMinutes(street);
    const { counts, asOf } = dataOf(await S().issue.readLedger({}));
    expect(counts['lighting']).toMatchObject({ issues: 1, stages: { reporter: 1 }, inTime: 1, late: 0 });
    expect(asOf).toBeGreaterThan(0);
    expect(dataOf(await street.as('office ADM').issue.readLedger({})).counts).toEqual(counts);
    expect(dataOf(await street.as('leader GL1').issue.readLedger({})).counts).toEqual({});
    expect(await street.count('issues', { hasNews: true })).toBe(0);
    const stored: IssueDocument = await storedIssue(street, id);
    expect(stored.aspect).toBe('lighting');
  });
});
