import { assigned, CLASSED, reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');
const reason = '这处不归街道管';

describe('decline', () => {
  it.each([['decline', { reason }, 'declined']] as const)(
    '%s has a reason, and nothing follows',
    async (act, input, state) => {
      const { id: issueId } = await reported(street);
      const bare = { issueId, version: 1, ...input, reason: ' a ' };
      const call = S().issue[act] as (input: object) => ReturnType<ReturnType<typeof S>['issue']['decline']>;
      await expectStandstill(street, () => call(bare), refused('REASON_REQUIRED'));
      await step(street, { person: S(), id: issueId, act }, input);
      expect(await storedIssue(street, issueId)).toMatchObject({
        state,
        stage: 'ended',
        purgeOn: '2026-04-09',
      });
      await expectStandstill(
        street,
        () => S().issue.review({ issueId, version: 2, ...CLASSED }),
        refused('WRONG_STATE', { state }),
      );
      const resident = await street.seated('resident A');
      const [own] = dataOf(await resident.issue.listOwn({})).issues;
      expect(own?.history.at(-1)).toMatchObject({
        step: act,
        note: expect.stringContaining(reason) as string,
      });
    },
  );

  it.each([
    ['decline', {}],
    ['transfer', { to: '市政热线', reference: 'A-17' }],
    ['extend', { dueOn: '2026-03-20' }],
  ] as const)('%s is refused in words with a number to call in its reason', async (act, input) => {
    const { id: issueId } = await reported(street);
    const { version } = act === 'extend' ? await assigned(street, issueId) : { version: 1 };
    const call = S().issue[act] as (input: object) => ReturnType<ReturnType<typeof S>['issue']['decline']>;
    const told = { issueId, version, ...input, reason: '请打 100 0000 1234 问一问' };

    await expectStandstill(street, () => call(told), refused('CONTENT_REJECTED'));
  });
});
