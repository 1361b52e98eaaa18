import { assigned, reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');
const reason = '这处不归街道管';

describe('extend', () => {
  it('extend asks for a later day and a reason, and leaves the first one', async () => {
    const { id: issueId } = await reported(street);
    await assigned(street, issueId);
    const input = { issueId, version: 3, dueOn: '2026-03-13', reason };
    await expectStandstill(street, () => S().issue.extend(input), refused('VALIDATION'));
    await step(street, { person: S(), id: issueId, act: 'extend' }, { dueOn: '2026-03-20', reason });
    expect(await storedIssue(street, issueId)).toMatchObject({
      dueOn: '2026-03-20',
      firstDueOn: '2026-03-13',
    });
  });
});
