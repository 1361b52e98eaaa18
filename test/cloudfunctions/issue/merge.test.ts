import { reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');

describe('merge', () => {
  it('merge lets its reporter follow the other one', async () => {
    const { id } = await reported(street);
    const place = { by: 'building', buildingId: street.building('苹果花园 3') } as const;
    const other = {
      kind: 'issue',
      text: '楼道里很黑',
      spot: '',
      isAnonymous: false,
      isStreetOnly: false,
      place,
    } as const;
    const { issueId: into } = dataOf(await street.as('worker W2').issue.report(other));
    for (const intoId of [id, 'nothing']) {
      const call = () => S().issue.merge({ issueId: id, version: 1, intoId });
      await expectStandstill(street, call, refused(intoId === id ? 'VALIDATION' : 'NOT_FOUND'));
    }
    await step(street, { person: S(), id, act: 'merge' }, { intoId: into });
    expect(await storedIssue(street, id)).toMatchObject({ state: 'merged', mergedInto: into });
    expect(await storedIssue(street, into)).toMatchObject({ followers: 1 });
    expect(await street.count('issueFollows', { issueId: into, userId: street.userId('resident A') })).toBe(
      1,
    );
  });
});
