/**
 * What must hold whatever the matrix says: sentences written by hand, each under its number, against the built functions; here
 * those about the life of the street, its issues, wishes and volunteers. They change only together with a decision record.
 */
import type { VolunteerDocument } from '../../cloudfunctions/repositories/documents';
import { activityAt } from '../cloudfunctions/fixture/activities';
import * as issues from '../cloudfunctions/fixture/issues';
import { changeSeat, codeOf } from '../cloudfunctions/fixture/seats';
import { courseOf, guideOf } from '../cloudfunctions/fixture/services';
import { expectStandstill } from '../cloudfunctions/fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../cloudfunctions/fixture/street';
import { approvedVolunteer, hoursAt, teamAt } from '../cloudfunctions/fixture/volunteers';
import * as wishes from '../cloudfunctions/fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const reason = '约时间送过去';

describe('issues', () => {
  it('5 An outsider can read guides, the directory, published courses, activities and the public issue board.', async () => {
    const { guide, course, activity, issue } = street.as('outsider X');
    const [{ title }, { _id: courseId }] = [await activityAt(street), await courseOf(street)];
    const { id } = await issues.reported(street);
    const board = async () => dataOf(await issue.readBoard({})).issues.map((one) => one.id);
    expect(await board()).toEqual([]);
    await issues.classified(street, id, 'release');

    const { _id: guideId } = await guideOf(street);
    expect(dataOf(await guide.list({})).guides.map((one) => one.id)).toContain(guideId);
    expect(dataOf(await guide.listDirectory({})).entries).not.toEqual([]);
    expect(dataOf(await course.read({ courseId })).lessons).not.toEqual([]);
    expect(dataOf(await activity.list({})).activities.map((one) => one.title)).toEqual([title]);
    expect(await board()).toEqual([id]);
  });

  it('15 The reporter of an issue can close and reopen it; a follower of it can do neither.', async () => {
    const { id: issueId, reporter } = await issues.reported(street);
    await issues.classified(street, issueId, 'release');
    const follower = await issues.neighbour(street, 'tenant C');
    dataOf(await follower.issue.follow({ issueId }));
    await answer(issueId);
    const { version } = await issues.storedIssue(street, issueId);
    const yes = { issueId, version, rating: 5, note: '' };

    await expectStandstill(street, () => follower.issue.confirm(yes), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => follower.issue.reopen({ issueId, version, note: '还黑着' }),
      refused('NOT_FOUND'),
    );
    dataOf(await reporter.issue.reopen({ issueId, version, note: '晚上还是黑的' }));
    await answer(issueId);
    const again = await issues.storedIssue(street, issueId);
    expect(dataOf(await reporter.issue.confirm({ ...yes, version: again.version }))).toEqual({
      state: 'closed',
    });
  });

  it('46 Property staff who repaired a lamp cannot close the issue.', async () => {
    const { id: issueId } = await issues.reported(street);
    const { version } = await issues.answered(street, issueId);
    const { issue } = street.as('property P1');
    const closing = { issueId, version, isSolved: true, reason: '灯已经换好了' };

    await expectStandstill(street, () => issue.close(closing), refused('FORBIDDEN'));
    const yes = { issueId, version, rating: 5, note: '' };
    await expectStandstill(street, () => issue.confirm(yes), refused('NOT_FOUND'));
  });
});

/** S gives it to P1, who says that it is done. */
async function answer(id: string): Promise<void> {
  const [desk, person] = [street.as('administrator S'), street.as('property P1')];
  await issues.step(street, { person: desk, id, act: 'assign' }, issues.assignment(street));
  await issues.step(street, { person, id, act: 'work' }, { act: 'start', note: '' });
  await issues.step(street, { person, id, act: 'work' }, { act: 'answer', note: '三楼的灯换好了' });
}

describe('wishes', () => {
  it('16 A beneficiary can confirm a wish; the volunteer who granted it cannot confirm it without the beneficiary’s code.', async () => {
    const claimed = await wishes.claimed(
      street,
      await wishes.released(street, await wishes.keptOfA(street)),
      'volunteer F',
    );
    const { _id: wishId, version } = await wishes.reported(street, claimed, 'volunteer F');
    const { wish: granter } = street.as('volunteer F');
    const input = { wishId, version, word: 'received' } as const;

    await expectStandstill(street, () => granter.confirm(input), refused('FORBIDDEN'));
    const guess = await granter.confirmByCode({ wishId, code: '0000' });
    expect(guess.ok ? guess.data.outcome : guess.problem.code).not.toBe('confirmed');
    expect(await wishes.wishStored(street, wishId)).toMatchObject({ state: 'done' });

    const { wish } = await street.seated('resident A');
    const current = (await wishes.wishStored(street, wishId)).version;
    expect(dataOf(await wish.confirm({ ...input, version: current })).state).toBe('confirmed');
  });

  it('47 Of volunteers who claim one wish at once, one wins and the others are told so.', async () => {
    const { _id: wishId } = await wishes.publishedForK(street);
    const people = ['volunteer E', 'volunteer F', 'volunteer L'];

    const replies = await Promise.all(people.map((person) => street.as(person).wish.claim({ wishId })));

    expect(replies.map(codeOf).sort()).toEqual(['ALREADY_CLAIMED', 'ALREADY_CLAIMED', 'accepted']);
  });

  it('48 A volunteer sees the wisher’s phone only after winning the claim, and no longer eight days after the wish closed.', async () => {
    const { _id: wishId } = await wishes.publishedForK(street);
    const [winner, other] = [street.as('volunteer E').wish, street.as('volunteer F').wish];
    await expectStandstill(street, () => winner.contact({ wishId, reason }), refused('NOT_FOUND'));
    dataOf(await winner.claim({ wishId }));

    expect(dataOf(await winner.contact({ wishId, reason })).dial).toBe(wishes.HELPER_NUMBER);
    await expectStandstill(street, () => other.contact({ wishId, reason }), refused('NOT_FOUND'));
    const wish = await wishes.reported(street, await wishes.wishStored(street, wishId));
    dataOf(await winner.confirmByCode({ wishId, code: wishes.codeOf(street, wish) }));
    await wishes.daysLater(street, 8);
    expect(['EXPIRED', 'NOT_FOUND']).toContain(codeOf(await winner.contact({ wishId, reason })));
  });

  it('49 A volunteer cannot claim a wish of the own household, nor a fourth wish while three are open.', async () => {
    const own = await wishes.released(street, await wishes.keptOfA(street));
    const family = await approvedVolunteer(street, 'volunteer F', { householdId: own.householdId });
    expect(codeOf(await family.wish.claim({ wishId: own._id }))).toBe('FORBIDDEN');

    const { wish } = street.as('volunteer E');
    for (const text of ['想要一把雨伞', '想学剪纸', '想换个灯泡']) {
      const kept = await wishes.keptForK(street, { text, isAnother: true });
      dataOf(await wish.claim({ wishId: (await wishes.released(street, kept))._id }));
    }
    expect(codeOf(await wish.claim({ wishId: own._id }))).toBe('FORBIDDEN');
    expect(await wishes.wishStored(street, own._id)).toMatchObject({ state: 'published', claimedBy: '' });
  });
});

describe('volunteers', () => {
  it('50 A team leader cannot approve the leader’s own hours.', async () => {
    await teamAt(street);
    const row = hoursAt(street, 'volunteer L', { state: 'waiting' });
    await street.replaceAll('hours', [row]);
    const word = { hoursId: row._id, version: 1, verdict: 'approve' } as const;

    const { volunteer } = street.as('volunteer L');

    await expectStandstill(street, () => volunteer.decideHours(word), refused('FORBIDDEN'));
  });

  it('60 A suspended account stops every action of a volunteer on the very next call.', async () => {
    const { _id: wishId } = await wishes.publishedForK(street);
    const calls = street.as('volunteer E');
    dataOf(await calls.wish.claim({ wishId }));
    await changeSeat(street, 'volunteer E', { state: 'suspended' });
    const { version } = (await street.stored<VolunteerDocument>(
      'volunteers',
      street.userId('volunteer E'),
    )) ?? { version: 0 };

    const replies = await Promise.all([
      calls.wish.contact({ wishId, reason }),
      calls.wish.fulfil({ wishId, version: 3, minutes: 60 }),
      calls.volunteer.allowHonour({ version, isAllowed: true }),
      calls.volunteer.readOwn({}),
      calls.team.list({}),
    ]);

    expect(new Set(replies.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
  });
});
