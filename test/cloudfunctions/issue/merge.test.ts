import { classified, DARK, neighbour, passMinutes, reported, step, storedIssue } from '../fixture/issues';
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

  it('leads who met the same to the one that goes on, and tells them of it from then on', async () => {
    const { id, reporter } = await reported(street);
    const { issueId: into } = dataOf(await reporter.issue.report(DARK));
    for (const one of [id, into]) await classified(street, one, 'release');
    const other = await neighbour(street, 'tenant C');
    dataOf(await other.issue.follow({ issueId: id }));
    await passMinutes(street);

    await step(street, { person: S(), id, act: 'merge' }, { intoId: into });
    for (let times = 0; times < 2; times += 1) await passMinutes(street);

    const link = `/packages/life/pages/issue-detail/issue-detail?id=${into}`;
    const told = { userId: street.userId('tenant C'), kind: 'issueFollowed' };
    expect(await street.count('messages', { ...told, link })).toBe(1);
    expect(await street.count('issueFollows', { issueId: into })).toBe(1);
    expect(await storedIssue(street, into)).toMatchObject({ followers: 1 });
    await step(street, { person: S(), id: into, act: 'decline' }, { reason: '物业公司说配件要等' });
    await passMinutes(street);
    expect(await street.count('messages', { ...told, link })).toBe(2);
  });
});
