import {
  assignment,
  classified,
  neighbour,
  passMinutes,
  reported,
  step,
  storedIssue,
} from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const outsider = () => street.as('outsider X', null);

describe('me too, taken back', () => {
  it('is refused for what is not on the board, to staff, where nobody said it, and once it is over', async () => {
    const { id: issueId } = await reported(street);
    const other = await neighbour(street, 'tenant C');
    const stop = () => other.issue.unfollow({ issueId });
    await expectStandstill(street, stop, refused('NOT_FOUND'));
    await classified(street, issueId, 'release');
    const S = street.as('administrator S');
    for (const person of [outsider(), S]) {
      await expectStandstill(street, () => person.issue.unfollow({ issueId }), refused('FORBIDDEN'));
    }
    await expectStandstill(street, stop, refused('WRONG_STATE', { state: 'notFollowing' }));
    dataOf(await other.issue.follow({ issueId }));
    await step(street, { person: S, id: issueId, act: 'decline' }, { reason: '今年没有这笔钱' });
    await expectStandstill(street, stop, refused('WRONG_STATE', { state: 'declined' }));
  });

  it('is counted and told no more, also when it is off the board, and may be said again', async () => {
    const { id: issueId } = await reported(street);
    await classified(street, issueId, 'release');
    await passMinutes(street);
    const other = await neighbour(street, 'tenant C');
    dataOf(await other.issue.follow({ issueId }));
    expect(dataOf(await other.issue.unfollow({ issueId }))).toEqual({ followers: 0 });
    const person = street.as('administrator S');
    await step(street, { person, id: issueId, act: 'assign' }, assignment(street));
    await passMinutes(street);
    expect(await street.count('messages', { kind: 'issueFollowed' })).toBe(0);
    expect(dataOf(await other.issue.follow({ issueId }))).toEqual({ followers: 1 });
    await step(street, { person, id: issueId, act: 'hide' }, { reason: '与事实不符的广告' });
    dataOf(await other.issue.unfollow({ issueId }));
    expect(await storedIssue(street, issueId)).toMatchObject({ followers: 0 });
    expect(await street.count('issueFollows', { issueId })).toBe(0);
  });
});
