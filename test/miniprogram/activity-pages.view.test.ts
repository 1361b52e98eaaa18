import type { ListedActivity, OwnStanding } from '@domain/contract/activity';
import {
  viewDetail,
  type Shown,
} from '../../miniprogram/packages/life/pages/activity-detail/activity-detail.view';
import { viewActivities } from '../../miniprogram/packages/life/pages/activities/activities.view';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-11T01:00:00Z');
const ROW: ListedActivity = {
  id: 'a',
  title: '周六清洁日',
  place: '南门',
  startAt: START,
  endAt: START + 2 * HOUR,
  closesAt: START - HOUR,
  capacity: 20,
  left: 3,
  waiting: 0,
};
const OWN: OwnStanding = {
  version: 1,
  phase: 'placed',
  number: 0,
  offerUntil: 0,
  inAt: 0,
  outAt: 0,
  stars: 0,
};

function shown(own?: Partial<OwnStanding>, state = 'published'): Shown {
  const activity = { ...ROW, body: '', state, team: '', allowanceMinutes: 30 };
  return own === undefined ? { activity } : { activity, own: { ...OWN, ...own } };
}

describe('activities to come', () => {
  it('say when, where and how many places are left', () => {
    const view = viewActivities([ROW, { ...ROW, id: 'b', left: 0, waiting: 2 }], {
      next: undefined,
      problem: undefined,
    });
    expect(view.rows.map(({ when, left }) => [when, left])).toEqual([
      ['3月11日 09:00–11:00', '还有 3 个名额'],
      ['3月11日 09:00–11:00', '名额满了，2 人在排队'],
    ]);
    expect(viewActivities([], { next: undefined, problem: undefined }).face).toBe('empty');
  });
});

describe('one activity', () => {
  it.each([
    ['nobody yet', shown(), START - 2 * HOUR, 'signup'],
    ['after sign-up closed', shown(), START, ''],
    ['an offered place', shown({ phase: 'offered' }), START - 2 * HOUR, 'accept'],
    ['a place in the line', shown({ phase: 'waiting', number: 3 }), START - 2 * HOUR, ''],
    ['a place, too early', shown({}), START - HOUR, ''],
    ['a place, at the door', shown({}), START - HOUR / 2, 'checkin'],
    ['inside', shown({ inAt: START }), START + HOUR, 'checkout'],
    ['gone again', shown({ inAt: START, outAt: START + HOUR }), START + HOUR, ''],
    ['cancelled, and free to come again', shown({ phase: 'cancelled' }), START - 2 * HOUR, 'signup'],
    ['called off', shown({}, 'cancelled'), START, ''],
  ] as const)('offers what comes next: %s', (_, what, now, act) => {
    expect(viewDetail(what, now).act).toBe(act);
  });

  it('says where one stands in one sentence', () => {
    expect(viewDetail(shown({ phase: 'waiting', number: 3 }), START).standing).toContain('第 3 位');
    expect(viewDetail(shown({}, 'cancelled'), START).standing).toBe('这个活动取消了，不用过去');
    expect(viewDetail(shown({ inAt: START, outAt: START + HOUR, minutes: 60 }), START + HOUR)).toMatchObject({
      note: '这次 1 小时',
      asksStars: true,
      mayCancel: false,
    });
  });
});
