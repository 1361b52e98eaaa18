import type { ListedActivity, OwnStanding } from '@domain/contract/activity';
import type { OwnWish, PublicWish } from '@domain/contract/wish-views';
import { OWN_WORDS } from '../../miniprogram/messages/own';
import {
  missingIn,
  viewDetail,
  type Shown,
} from '../../miniprogram/packages/life/pages/activity-detail/activity-detail.view';
import { noDesk, viewDesk } from '../../miniprogram/packages/life/pages/check-desk/check-desk.view';
import { viewCheckIn } from '../../miniprogram/packages/life/pages/check-in/check-in.view';
import { NOTHING_READ, viewOwn } from '../../miniprogram/packages/home/pages/own/own.view';
import { viewActivities } from '../../miniprogram/packages/life/pages/activities/activities.view';
import { viewOwnWishes, type HeldWish } from '../../miniprogram/packages/life/pages/my-wishes/my-wishes.view';
import { wishDetail } from '../../miniprogram/packages/life/pages/wishes/wishes.view';
import { headOfWish } from '../../miniprogram/messages/wish';
import { problemOf } from './samples';

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
  return { activity, isLeader: false, ...(own === undefined ? {} : { own: { ...OWN, ...own } }) };
}

describe('activities to come', () => {
  it('say when, where and how many places are left', () => {
    const reading = { next: undefined, problem: undefined, now: START - 2 * HOUR };
    const rows = [ROW, { ...ROW, left: 0, waiting: 2 }, { ...ROW, left: 0 }, { ...ROW, closesAt: 0 }];
    const view = viewActivities(rows, reading);
    expect(view.rows[0]?.when).toBe('3月11日（周三）09:00–\u206011:00');
    expect(view.rows.map(({ left }) => left)).toEqual([
      '还有 3 个名额',
      '名额满了，2 人在排队',
      '名额满了',
      '报名结束了',
    ]);
    expect(viewActivities([], reading).face).toBe('empty');
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
    expect(viewDetail(shown({}, 'cancelled'), START)).toMatchObject({
      standing: '这个活动取消了，不用过去',
      lines: [{ label: '什么时候' }, { label: '在哪儿' }],
    });
    expect(viewDetail(shown({ phase: 'cancelled' }), START).standing).toBe('已经退掉了');
    expect(viewDetail(shown({ phase: 'cancelled' }), START - 2 * HOUR).standing).toBe(
      '已经退掉了，还可以再报',
    );
    expect(viewDetail(shown({ inAt: START, outAt: START + HOUR, minutes: 60 }), START + HOUR)).toMatchObject({
      note: '这次 1 小时',
      asksStars: true,
      cancel: '',
    });
  });
});

it.each([
  ['a place among free ones', 3, {}, '去不了，退掉', false],
  ['a place that others want', 0, {}, '去不了，退掉', true],
  ['a place in the line', 0, { phase: 'waiting' }, '不排了', true],
  ['a place that was given away', 0, { phase: 'cancelled' }, '', true],
] as const)(
  'is given back by its own words, after a question where none is left: %s',
  (_, left, own, words, asks) => {
    const { activity, ...rest } = shown(own);
    const view = viewDetail({ activity: { ...activity, left }, ...rest }, START - 2 * HOUR);
    expect([view.cancel, view.asksCancel]).toEqual([words, asks]);
  },
);

describe('signing up', () => {
  const typed = { name: '', phone: '', guardian: '' };
  it.each([
    [{ who: '', needsGuardian: false }, { who: '先点一下谁去' }],
    [
      { who: 'own', needsGuardian: false },
      { name: '写上姓名', phone: '写上手机号' },
    ],
    [{ who: 'm1', needsGuardian: true }, { guardian: '写上家长或监护人姓名' }],
    [{ who: 'm1', needsGuardian: false }, {}],
  ])('says at its field what is missing', (chosen, wrong) => {
    expect(missingIn({ ...typed, ...chosen })).toEqual(wrong);
  });
});

it('heads a wish without its words by what is known of it', () => {
  const wish = { text: '', state: 'withdrawn', compound: '苹果花园', madeOn: '2026-03-10' } as OwnWish;
  expect(headOfWish(wish)).toBe('一个撤回的心愿 · 苹果花园 · 3月10日');
  expect(headOfWish({ ...wish, state: 'ended', compound: '' })).toBe('一个不再显示的心愿 · 3月10日');
});

it('keeps a code that was said wrong three times from whoever would hand it on, and says what comes next', () => {
  const held = { id: 'w', text: '浴凳', state: 'done', looks: [], rounds: [], code: '4587', isMine: false };
  const wish = { ...held, seatId: 's', isClaimed: false } as unknown as HeldWish;
  const of = (more: object) => viewOwnWishes([{ ...wish, ...more }]).cards[0];

  expect(of({})).toMatchObject({ code: '4587', notes: [] });
  const locked = of({ isCodeLocked: true });
  expect(locked).toMatchObject({ code: '', notes: [expect.stringContaining('社区会来问本人')] });
});

it('hopes for a day no longer than it can be kept', () => {
  const hangs = { kind: 'goods', compound: '苹果花园', dueOn: '2026-03-20', state: 'published' };
  const on = (today: string) => wishDetail(hangs as unknown as PublicWish, today);

  expect(on('2026-03-20')).toBe('物资帮扶 · 苹果花园 · 希望 3月20日前');
  expect(on('2026-03-21')).toBe('物资帮扶 · 苹果花园');
});

describe('coming and going', () => {
  const coming = (own?: Partial<OwnStanding>, state?: string) => ({ ...shown(own, state), isService: true });

  it.each([
    ['without a place', coming(), START, 'empty', '您在这个活动里还没有名额'],
    ['too early', coming({}), START - HOUR, 'empty', '还没到签到的时候'],
    ['at the door', coming({}), START, 'content', '您到了吗？'],
    ['inside', coming({ inAt: START }), START + HOUR, 'content', '09:00 签到了'],
    [
      'gone',
      coming({ inAt: START, outAt: START + HOUR, minutes: 60 }),
      START + HOUR,
      'content',
      '10:00 签退了',
    ],
    [
      'settled',
      coming({ inAt: START, minutes: 120 }),
      START + 9 * HOUR,
      'content',
      '没有签退，按原定的结束时间算',
    ],
    ['too late', coming({}), START + 3 * HOUR, 'empty', '这个活动结束了'],
    ['called off', coming({}, 'cancelled'), START, 'empty', '这个活动取消了，不用过去'],
  ] as const)('is said in one sentence: %s', (_, what, now, face, words) => {
    const view = viewCheckIn(what, now);
    expect([view.face, view.sentence || view.standing]).toEqual([face, words]);
  });

  it('is worth hours to a volunteer and thanks to a neighbour', () => {
    const own = { inAt: START, outAt: START + 2 * HOUR, minutes: 120 };
    expect(viewCheckIn(coming(own), START).note).toBe('这次服务 2 小时，记在您的时长里了。');
    expect(viewCheckIn({ ...coming(own), isService: false }, START).note).toBe('这次来了 2 小时，谢谢您。');
  });

  it('is vouched for by a code in two groups, spoken digit by digit', () => {
    const desk = { title: '周六清洁日', code: '012345', until: START, inside: 2, expected: 5 };
    expect(viewDesk(desk)).toMatchObject({ digits: '012 345', spoken: '签到码 0 1 2 3 4 5' });
    const problem = { code: 'WRONG_STATE', message: '', requestId: '' } as const;
    expect(noDesk({ ...problem, details: { state: 'over' } }).sentence).toBe('这个活动结束了');
    expect(noDesk(undefined).action).toBe('看这个活动');
  });
});

describe('one’s own doings', () => {
  const row = (id: string, changes: Partial<OwnStanding>, state: 'published' | 'over' = 'published') => ({
    ...{ id, title: id, place: '南门', startAt: START, endAt: START + HOUR, state },
    own: { ...OWN, ...changes },
  });

  it('put on top what waits for this person, and last what is over', () => {
    const activities = [row('over', {}, 'over'), row('placed', {}), row('offered', { phase: 'offered' })];
    const [part] = viewOwn({ ...NOTHING_READ, activities }).parts;
    expect(part?.rows.map(({ key, state, isTurn }) => [key, state, isTurn])).toEqual([
      ['offered', '轮到您了，去不去？', true],
      ['placed', '报上了，到时候见', false],
      ['over', '这个活动结束了', false],
    ]);
  });

  it('keep what came, and say what did not; with nothing at all there is one sentence', () => {
    const problem = problemOf('OFFLINE');
    const activities = [row('placed', {})];
    expect(viewOwn({ ...NOTHING_READ, activities, problem })).toMatchObject({
      face: 'content',
      notice: '现在没网，连上网再看',
      parts: [{ key: 'activities' }],
    });
    expect(viewOwn({ ...NOTHING_READ, problem })).toMatchObject({ face: 'offline', parts: [] });
    expect(viewOwn({ ...NOTHING_READ, issues: [] }).action).toBe('看看有什么活动');
    const way = { ...OWN_WORDS.guest, action: '先登记自己家', opId: '' };
    expect(viewOwn({ ...NOTHING_READ, way })).toMatchObject({ face: 'empty', ...OWN_WORDS.guest });
  });
});
