import { activityAt } from '../fixture/activities';
import { contentAt, layContents } from '../fixture/contents';
import { layNotice } from '../fixture/notices';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;

describe('take a text down', () => {
  const laid = async (changes = {}) => {
    const [row] = await layContents(street, [contentAt(street, { state: 'released', ...changes })]);
    return { contentId: row!._id, version: row!.version, reason: '写了别人的病' };
  };

  it('is refused where there is none, without a reason, hidden already, and on a version that has passed', async () => {
    const at = await laid();
    const refusals = [
      [{ ...at, contentId: 'nothing' }, refused('NOT_FOUND')],
      [{ ...at, version: 9 }, refused('STALE_VERSION', { version: 1 })],
      [{ ...at, reason: '不好' }, refused('REASON_REQUIRED')],
    ] as const;
    for (const [input, refusal] of refusals) {
      await expectStandstill(street, () => S().takedown(input), refusal);
    }
    const hidden = await laid({ state: 'hidden' });
    await expectStandstill(street, () => S().takedown(hidden), refused('WRONG_STATE', { state: 'hidden' }));
  });

  it.each(['checking', 'waiting', 'released', 'returned'] as const)('hides one that is %s', async (state) => {
    const at = await laid({ state });
    expect(await S().takedown(at)).toEqual(accepted({ state: 'hidden' }));
    expect(await street.count('messages', { kind: 'contentHidden' })).toBe(1);
  });

  it.each([
    ['checking', 'hidden'],
    ['returned', 'returned'],
    ['published', 'hidden'],
    ['cancelled', 'cancelled'],
    ['over', 'over'],
  ] as const)('takes the words of an activity that is %s from everybody', async (state, after) => {
    const { _id: subjectId } = await activityAt(street, { state });
    const at = await laid({ kind: 'activity', subjectId });
    expect(await S().takedown(at)).toEqual(accepted({ state: 'hidden' }));
    expect(await street.stored('activities', subjectId)).toMatchObject({ state: after, version: 2 });
    const read = await street.as('outsider X', null).activity.read({ activityId: subjectId });
    expect(read).toEqual(refused('NOT_FOUND'));
  });

  it.each(['review', 'returned', 'published', 'ended'] as const)(
    'takes the words of a notice that is %s from everybody',
    async (state) => {
      const { _id: subjectId } = await layNotice(street, { state });
      expect(await S().takedown(await laid({ kind: 'notice', subjectId }))).toEqual(
        accepted({ state: 'hidden' }),
      );
      expect(await street.stored('notices', subjectId)).toMatchObject({
        state: state === 'ended' ? 'ended' : 'hidden',
        ...{ title: '', body: '' },
      });
    },
  );
});
