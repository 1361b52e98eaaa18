import { contentOf } from '../fixture/contents';
import { classified, CLASSED, reported } from '../fixture/issues';
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
