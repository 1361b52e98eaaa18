import { contentOf, layContents } from '../fixture/contents';
import {
  assigned,
  assignment,
  classified,
  CLASSED,
  passMinutes,
  PLAN,
  reported,
  step,
} from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');
const P1 = () => street.as('property P1');

describe('review', () => {
  it('is refused for one that is not there, of another community, and to everybody else', async () => {
    const { id: issueId, reporter } = await reported(street);
    const input = { issueId, version: 1, ...CLASSED };
    for (const call of [
      () => S().issue.review({ ...input, issueId: 'nothing' }),
      () => street.as('leader GL1').issue.review(input),
    ]) {
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    for (const person of [
      reporter,
      P1(),
      street.as('worker W1'),
      street.as('head H3'),
      street.as('secretary SEC'),
    ]) {
      await expectStandstill(street, () => person.issue.review(input), refused('FORBIDDEN'));
    }
  });

  it('is refused with an aspect that the tree does not have, before the machine has looked, and on a passed version', async () => {
    const { id: issueId } = await reported(street);
    const input = { issueId, version: 1, ...CLASSED };
    await expectStandstill(
      street,
      () => S().issue.review({ ...input, aspect: 'nothing' }),
      refused('VALIDATION'),
    );
    const release = () => S().issue.review({ ...input, board: 'release' });
    await expectStandstill(street, release, refused('WRONG_STATE', { state: 'checking' }));
    await expectStandstill(
      street,
      () => S().issue.review({ ...input, version: 7 }),
      refused('STALE_VERSION'),
    );
  });

  it('of the own report is another one’s', async () => {
    const place = { by: 'building', buildingId: street.building('苹果花园 3') } as const;
    const own = {
      kind: 'issue',
      text: '楼道灯不亮了',
      spot: '',
      isAnonymous: false,
      isStreetOnly: false,
    } as const;
    const { issueId } = dataOf(await S().issue.report({ ...own, place }));
    await expectStandstill(
      street,
      () => S().issue.review({ issueId, version: 1, ...CLASSED }),
      refused('FORBIDDEN'),
    );
    expect(await street.as('administrator S2').issue.review({ issueId, version: 1, ...CLASSED })).toEqual(
      accepted({ state: 'classified' }),
    );
  });

  it('lets it out for the board, or keeps it off: then its words wait at no desk', async () => {
    const { id } = await reported(street);
    expect(await classified(street, id, 'release')).toMatchObject({
      state: 'classified',
      stage: 'assign',
      aspect: 'lighting',
      isOnBoard: true,
      publicText: '三楼拐弯：楼道灯不亮，晚上看不见台阶',
    });
    const { id: other } = await reportedAgain();
    expect(await classified(street, other)).toMatchObject({ isOnBoard: false, publicText: '' });
    expect((await contentOf(street, 'issue', other)).state).toBe('hidden');
    const again = { issueId: id, version: 2, ...CLASSED };
    await expectStandstill(
      street,
      () => S().issue.review(again),
      refused('WRONG_STATE', { state: 'classified' }),
    );
  });

  it('of one that was kept off within its first minute waits at no desk, and may let it out once the machine has looked', async () => {
    const { id: issueId } = await reported(street);
    const target = { person: S(), id: issueId };
    await step(street, { ...target, act: 'review' }, CLASSED);
    const release = (version: number) =>
      S().issue.review({ issueId, version, ...CLASSED, board: 'release' as const });
    await street.runTimer('tendIssues');
    await expectStandstill(street, () => release(2), refused('WRONG_STATE', { state: 'checking' }));
    await passMinutes(street);
    expect(await contentOf(street, 'issue', issueId)).toMatchObject({ state: 'hidden', check: 'passed' });
    expect(dataOf(await S().issue.open({ issueId })).check).toBe('passed');
    await step(street, { ...target, act: 'assign' }, { ...assignment(street), ...PLAN });
    await expectStandstill(street, () => release(7), refused('STALE_VERSION'));
    for (const person of [P1(), street.as('worker W1')]) {
      const call = () => person.issue.review({ issueId, version: 3, ...CLASSED, board: 'release' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    expect(await release(3)).toEqual(accepted({ state: 'assigned' }));
    expect((await contentOf(street, 'issue', issueId)).state).toBe('released');
    expect((await contentOf(street, 'plan', issueId)).state).toBe('checking');
    expect(dataOf(await S().issue.open({ issueId }))).toMatchObject({ isOnBoard: true, check: 'none' });
    await expectStandstill(street, () => release(4), refused('WRONG_STATE', { state: 'released' }));
  });

  it('lets out what was once sent back to somebody who has nowhere to change it', async () => {
    const { id: issueId } = await reported(street);
    await passMinutes(street);
    await layContents(street, [{ ...(await contentOf(street, 'issue', issueId)), state: 'returned' }]);
    const release = { issueId, version: 1, ...CLASSED, board: 'release' as const };
    expect(await S().issue.review(release)).toEqual(accepted({ state: 'classified' }));
    expect((await contentOf(street, 'issue', issueId)).state).toBe('released');
  });

  it('lets nothing out that was hidden or is over, and the words of what is over wait for nobody', async () => {
    const { id } = await reported(street);
    await assigned(street, id);
    const reason = '写了别人的隐私';
    const { version } = await step(street, { person: S(), id, act: 'hide' }, { reason });
    const hidden = { issueId: id, version, ...CLASSED, board: 'release' as const };
    await expectStandstill(street, () => S().issue.review(hidden), refused('WRONG_STATE'));
    const { id: other } = await reportedAgain();
    await passMinutes(street);
    const over = await step(street, { person: S(), id: other, act: 'decline' }, { reason });
    await street.runTimer('tendIssues');
    expect((await contentOf(street, 'issue', other)).state).toBe('hidden');
    const late = { ...hidden, issueId: other, version: over.version };
    await expectStandstill(
      street,
      () => S().issue.review(late),
      refused('WRONG_STATE', { state: 'declined' }),
    );
  });

  async function reportedAgain(): Promise<{ id: string }> {
    const resident = await street.seated('resident A');
    const place = { by: 'home' } as const;
    const input = {
      kind: 'suggestion',
      place,
      text: '请装一盏感应灯',
      spot: '',
      isAnonymous: false,
      isStreetOnly: false,
    } as const;
    return { id: dataOf(await resident.issue.report(input)).issueId };
  }
});
