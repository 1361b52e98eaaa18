import type { ActivityDocument, ActivityQueueDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  START,
  type TestStreet,
} from '../fixture/street';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../fixture/activities';
import { contentOf, runChecks } from '../fixture/contents';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const startAt = START + 48 * HOUR_MS;
const input = (changes: object = {}) => ({
  communityId: street.area('金果社区'),
  title: '周六清洁日',
  place: '苹果花园南门',
  body: '一起扫楼道',
  startAt,
  endAt: startAt + 2 * HOUR_MS,
  closesAt: startAt - HOUR_MS,
  capacity: 20,
  allowanceMinutes: 30,
  ...changes,
});
const stored = (id: string) => street.stored<ActivityDocument>('activities', id);

describe('prepare an activity', () => {
  it('is refused for none, for another community, and to volunteers', async () => {
    const { _id: activityId } = await activityAt(street);
    for (const [person, changes, code] of [
      ['administrator S', { activityId: 'nothing', version: 1 }, 'NOT_FOUND'],
      ['leader GL1', { activityId, version: 1 }, 'NOT_FOUND'],
      ['leader GL1', {}, 'NOT_FOUND'],
      ['volunteer L', {}, 'FORBIDDEN'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).activity.edit(input(changes)), refused(code));
    }
  });

  it.each([
    ['a beginning that has passed', { startAt: START - 1 }, 'VALIDATION'],
    ['an end before it', { endAt: startAt - 1 }, 'VALIDATION'],
    ['a sign-up that goes on', { closesAt: startAt + 1 }, 'VALIDATION'],
    ['no place', { capacity: 0 }, 'VALIDATION'],
    ['a line break in the title', { title: '清洁\n日' }, 'VALIDATION'],
    ['a team of nobody', { teamId: 'nothing' }, 'VALIDATION'],
    ['a number in it', { body: '联系 10012345678' }, 'CONTENT_REJECTED'],
  ] as const)('is refused with %s', async (_, changes, code) => {
    const call = () => street.as('administrator S').activity.edit(input(changes));
    await expectStandstill(street, call, refused(code));
  });

  it.each(['cancelled', 'over'] as const)('is refused once it is %s', async (state) => {
    const { _id: activityId } = await activityAt(street, { state });
    const call = () => street.as('administrator S').activity.edit(input({ activityId, version: 1 }));
    await expectStandstill(street, call, refused('WRONG_STATE', { state }));
  });

  it('is refused on a version that has passed; and what is published keeps its hour and its places', async () => {
    const activity = await activityAt(street, { version: 2 });
    const { _id: activityId, endAt, closesAt } = activity;
    const same = { activityId, startAt: activity.startAt, endAt, closesAt };
    const tried = (changes: object) => () =>
      street.as('administrator S').activity.edit(input({ ...same, ...changes }));
    await expectStandstill(street, tried({ version: 1 }), refused('STALE_VERSION', { version: 2 }));
    await expectStandstill(street, tried({ version: 2, capacity: 19 }), refused('WRONG_STATE'));
    await expectStandstill(street, tried({ version: 2, endAt: endAt + 1 }), refused('WRONG_STATE'));
    dataOf(await tried({ version: 2, capacity: 30, body: activity.body })());
    expect(await street.stored('activityQueues', activityId)).toMatchObject({ capacity: 30 });
    expect(await street.count('contents')).toBe(0);
  });

  it('keeps its hour and its places under who has signed up, also while it is taken down', async () => {
    const activity = await activityAt(street);
    const { _id: activityId, startAt: begins, endAt, closesAt } = activity;
    const signup = { activityId, person: AS_VOLUNTEER };
    dataOf(await street.as('volunteer E').activity.signup(signup));
    await street.replaceAll('activities', [{ ...activity, state: 'hidden' }]);
    const same = { activityId, version: 1, startAt: begins, endAt, closesAt };
    const tried = (changes: object) => () =>
      street.as('administrator S').activity.edit(input({ ...same, ...changes }));
    for (const changes of [{ startAt: begins + 1 }, { endAt: endAt + 1 }, { capacity: 19 }]) {
      await expectStandstill(street, tried(changes), refused('WRONG_STATE', { state: 'hidden' }));
    }
    expect(await tried({ body: '改了几个字' })()).toEqual(
      accepted({ activityId, version: 2, state: 'checking' }),
    );
    const queue = await street.stored<ActivityQueueDocument>('activityQueues', activityId);
    await street.replaceAll('activityQueues', [{ ...queue!, gone: queue!.arrivals }]);
    dataOf(await tried({ version: 2, startAt: begins + 1, capacity: 19 })());
  });

  it('waits at the desk, with no word of it anywhere, and stands once it is released', async () => {
    const opId = newOpId();
    const { activity, content } = street.as('administrator S');
    const reply = await activity.edit(input(), { opId });
    const { activityId } = dataOf(reply);
    expect(reply).toEqual(accepted({ activityId, version: 1, state: 'checking' }));
    expect(await activity.edit(input(), { opId })).toEqual(
      repeated({ activityId, version: 1, state: 'checking' }),
    );
    expect(await stored(activityId)).toMatchObject({ title: '', place: '', body: '' });
    expect(await activity.read({ activityId })).toEqual(refused('NOT_FOUND'));

    await runChecks(street);
    const { _id: contentId, version } = await contentOf(street, 'activity', activityId);
    dataOf(await content.review({ contentId, version, verdict: 'release' }));

    expect(await stored(activityId)).toMatchObject({ title: '周六清洁日', state: 'published', version: 2 });
    expect(dataOf(await street.as('outsider X', null).activity.read({ activityId })).activity.body).toBe(
      '一起扫楼道',
    );
    // Other words leave the old ones standing until they are released.
    dataOf(await activity.edit(input({ activityId, version: 2, body: '一起浇花' })));
    expect(await stored(activityId)).toMatchObject({ body: '一起扫楼道', state: 'published' });
  });
});
