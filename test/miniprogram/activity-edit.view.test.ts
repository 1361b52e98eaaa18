import {
  formOf,
  faultsIn,
  firstFault,
  goneOnWith,
  inputOf,
  newForm,
  NO_FAULTS,
  refusedIn,
  type DeskActivity,
} from '../../miniprogram/packages/manage/pages/activity-edit/activity-form';
import {
  EMPTY_STATE,
  viewEdit,
} from '../../miniprogram/packages/manage/pages/activity-edit/activity-edit.view';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-11T01:00:00Z');
const WORDS = { title: '周六清洁日', place: '南门', body: '带手套' };
const ACTIVITY: DeskActivity = {
  id: 'a',
  version: 3,
  communityId: 'c',
  teamId: '',
  ...WORDS,
  state: 'published',
  startAt: START,
  endAt: START + 2 * HOUR,
  closesAt: START - HOUR,
  capacity: 20,
  left: 8,
  waiting: 0,
  allowanceMinutes: 30,
};

describe('an activity as it is written', () => {
  it('is sent as it stood where nothing was changed, at an hour of its own too', () => {
    for (const closesAt of [START - HOUR, START - 5000]) {
      const form = formOf({ ...ACTIVITY, closesAt }, { version: 3, ...WORDS, reason: '' });
      const { startAt, endAt, capacity, allowanceMinutes } = ACTIVITY;
      const figures = { startAt, endAt, closesAt, capacity, allowanceMinutes };
      const known = { activityId: 'a', version: 3, communityId: 'c' };
      expect(inputOf(form)).toEqual({ ...known, ...WORDS, ...figures });
    }
  });

  it('goes on with what was left, but for what cannot be chosen any more', () => {
    const [today, later] = ['2026-03-20', '2026-03-27'];
    const fresh = newForm('', later);
    const left = { ...fresh, communityId: 'c', title: '清洁日', day: '2026-03-01', start: '08:00' };
    expect(goneOnWith(fresh, left, today)).toEqual({ ...left, day: later });
    expect(goneOnWith(newForm('mine', later), left, today).communityId).toBe('mine');
    const published = formOf(ACTIVITY, { version: 4, ...WORDS, reason: '' });
    const typed = { ...published, version: 3, title: '周日清洁日', start: '08:00', isFixed: false };
    expect(goneOnWith(published, typed, '2026-03-01')).toEqual({ ...published, title: '周日清洁日' });
  });

  it.each([
    [
      { title: '清', place: '南' },
      { title: '名称至少写两个字', place: '集合的地方至少写两个字' },
    ],
    [{ title: '清洁日', place: '南门', communityId: '' }, { communityId: '点一个社区' }],
    [{ title: '清洁日', place: '南门', end: '09:00' }, { hours: '结束要在开始之后' }],
    [{ title: '清洁日', place: '南门', capacity: '' }, { capacity: '名额写 1 到 500 的数' }],
    [{ title: '清洁日', place: '南门', capacity: '501' }, { capacity: '名额写 1 到 500 的数' }],
    [{ title: '清洁日', place: '南门' }, {}],
  ])('says at each field what is wrong before it is sent: %j', (typed, faults) => {
    expect(faultsIn({ ...newForm('c', '2026-03-20'), ...typed })).toEqual({ ...NO_FAULTS, ...faults });
  });

  it('goes to the first of them, and says what the cloud refuses beside the field that it sent', () => {
    expect(firstFault({ ...NO_FAULTS, capacity: '少了', place: '短了' })).toBe('place');
    expect(firstFault(NO_FAULTS)).toBeUndefined();
    const sentence = '开始的时间要在以后';
    const late = { code: 'VALIDATION', details: { field: 'startAt', sentence } } as const;
    expect(refusedIn(late)).toEqual({ faults: { ...NO_FAULTS, hours: sentence }, foot: '' });
    const { faults, foot } = refusedIn({ code: 'STALE_VERSION', details: {} });
    expect([faults, foot]).toEqual([NO_FAULTS, expect.stringMatching(/./)]);
  });
});

describe('the activities of a desk', () => {
  it('show who comes and what may be done as things stand', () => {
    const person = { name: '王*', phase: 'placed', number: 0, inAt: START, outAt: 0 } as const;
    const roster = { people: [person], all: 1, stars: { count: 2, average: 4.5 } };
    const state = { ...EMPTY_STATE, activities: [ACTIVITY], chosenId: 'a', roster };
    const { rows, chosen } = viewEdit(state);
    expect(rows[0]).toMatchObject({ title: '周六清洁日', state: '20 个，报上 12 人' });
    expect(chosen).toMatchObject({ mayShowCode: true, mayEdit: true, stars: '2 人评价，平均 4.5 星' });
    expect(chosen?.people[0]).toMatchObject({ label: '王*', value: '报上了，09:00 到' });
    const over = viewEdit({ ...state, activities: [{ ...ACTIVITY, state: 'over' }] });
    expect(over.chosen).toMatchObject({ mayShowCode: false, mayEdit: false, mayCancel: false });
  });
});
