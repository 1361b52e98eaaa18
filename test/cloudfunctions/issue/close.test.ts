import type { IssueDocument } from '../../../cloudfunctions/repositories/documents';
import { answered, DARK, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('a reporter without an account', () => {
  const atPhone = async (): Promise<string> => {
    const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
    const raisedBy = { who: 'phone', phone: '10012345678' } as const;
    const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
    await answered(street, issueId);
    return issueId;
  };

  it('may say no, and whoever worked on it asks nobody', async () => {
    const issueId = await atPhone();
    const { workedBy } = await storedIssue(street, issueId);
    const issue = await storedIssue(street, issueId);
    const worked: IssueDocument = { ...issue, workedBy: [...workedBy, street.userId('office ADM')] };
    await street.replaceAll('issues', [worked]);
    const input = { issueId, version: issue.version, isSolved: false, reason: '反映人说还黑着' };
    await expectStandstill(street, () => street.as('office ADM').issue.close(input), refused('FORBIDDEN'));
    dataOf(await street.as('office ADM2').issue.close(input));
    expect(await storedIssue(street, issueId)).toMatchObject({ state: 'reopened', assigneeId: '' });
  });
});
