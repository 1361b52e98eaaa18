import { answered, DARK, step, storedIssue } from '../fixture/issues';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the number of a reporter without an account', () => {
  const atPhone = async (): Promise<string> => {
    const place = { by: 'door', doorId: street.door('苹果花园 3-2-502').id } as const;
    const raisedBy = { who: 'phone', phone: '10012345678' } as const;
    const { issueId } = dataOf(await street.as('worker W1').issue.report({ ...DARK, place, raisedBy }));
    await answered(street, issueId);
    return issueId;
  };

  it('is asked back by somebody of the street who had no hand in it', async () => {
    const issueId = await atPhone();
    const reason = '打电话问过反映人';
    expect(await street.as('administrator S').issue.revealPhone({ issueId, reason })).toEqual(
      refused('FORBIDDEN'),
    );
    expect(await street.as('office ADM').issue.revealPhone({ issueId, reason: '看' })).toEqual(
      refused('REASON_REQUIRED'),
    );
    expect(await street.as('office ADM').issue.revealPhone({ issueId, reason })).toEqual(
      accepted({ phone: '10012345678' }),
    );
    await step(
      street,
      { person: street.as('office ADM'), id: issueId, act: 'close' },
      { isSolved: true, reason },
    );
    expect(await storedIssue(street, issueId)).toMatchObject({ state: 'closed', rating: 0 });
  });
});
