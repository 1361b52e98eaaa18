import type { ListedHours, ListedVolunteer, OwnHours, OwnVolunteer } from '@domain/contract/volunteer';
import type { VolunteerState as Standing } from '@domain/volunteer/volunteer-state';
import type { CertificateFacts } from '@domain/certificate/certificate-facts';
import { viewCertificate } from '../../miniprogram/packages/life/pages/certificate/certificate.view';
import {
  applicationOf,
  missingIn,
  NOTHING as NO_APPLICATION,
  viewApply,
  type ApplyState,
} from '../../miniprogram/packages/life/pages/volunteer-apply/volunteer-apply.view';
import { viewProfile } from '../../miniprogram/packages/life/pages/volunteer-profile/volunteer-profile.view';
import {
  NOTHING,
  viewVolunteer,
  type VolunteerState,
} from '../../miniprogram/packages/life/pages/volunteer/volunteer.view';
import {
  claimSteps,
  NO_SHARING,
  sharesOf,
  viewShares,
  wrongShares,
} from '../../miniprogram/packages/life/pages/wish-detail/wish-detail.view';
import { entryOf, NO_HOURS, viewHours } from '../../miniprogram/packages/manage/pages/hours/hours.view';
import { NOBODY_YET, viewDesk } from '../../miniprogram/packages/manage/pages/volunteers/volunteers.view';

const OFFER = {
  people: [
    { key: 'grown', name: '王小明', isAdult: true },
    { key: 'child', name: '王小雨', isAdult: false },
  ],
  phone: '138****1234',
  near: [
    { id: 'own', name: '苹果花园' },
    { id: 'next', name: '金河湾' },
  ],
};
const READY: ApplyState = {
  ...NO_APPLICATION,
  offer: OFFER,
  who: 'grown',
  skills: ['errand'],
  agrees: true,
};

describe('offering to help', () => {
  it('shows what would be reused, and a way without it', () => {
    const { people } = viewApply(READY);
    expect(people.map(({ label }) => label)).toEqual(['王小明', '王小雨', '不用登记里的，自己写']);
    expect(people[0]?.hint).toContain('138****1234');
    const without = viewApply({ ...READY, offer: { ...OFFER, phone: '' } });
    expect(without.people.map(({ value }) => value)).toEqual(['own']);
    expect(without.note).not.toBe('');
  });

  it.each([
    ['nobody chosen', { who: '' }, ['who']],
    ['nothing typed', { who: 'own' }, ['name', 'phone', 'age']],
    ['a child without a parent', { who: 'child' }, ['guardian']],
    [
      'a parent who is named and says nothing',
      { who: 'child', typed: { name: '', phone: '', guardian: '王小明' } },
      ['guardian'],
    ],
    ['no skill and no consent', { skills: [], agrees: false }, ['skills', 'consent']],
    ['all of it', {}, []],
  ] as const)('says what is missing: %s', (_, change, fields) => {
    expect(Object.keys(missingIn({ ...READY, ...change }))).toEqual(fields);
  });

  it('sends the registration’s key and nothing of it, or what was typed', () => {
    const child = { ...READY, who: 'child', guardianAgrees: true };
    const typed = { name: '林小满', phone: '10000000808', guardian: '王小明' };
    expect(applicationOf({ ...child, typed }, '1')).toMatchObject({
      person: { from: 'registration', memberKey: 'child' },
      guardianName: '王小明',
      consent: { given: true, noticeVersion: '1' },
    });
    const own = applicationOf({ ...READY, who: 'own', age: 'adult', typed }, '1');
    expect(own.person).toEqual({ from: 'own', name: '林小满', phone: '10000000808', isAdult: true });
    expect(own).not.toHaveProperty('guardianName');
  });

  it('asks where one would help as long as there is a choice', () => {
    const { places } = viewApply(READY);
    expect(places.map(({ label }) => label)).toEqual(['苹果花园', '金河湾']);
    expect(viewApply({ ...READY, offer: { ...OFFER, near: OFFER.near.slice(1) } }).places).toEqual([]);
    expect(applicationOf({ ...READY, compoundIds: ['next'] }, '1').compoundIds).toEqual(['next']);
  });
});

const standing = (state: Standing, reason = '') => ({ version: 1, state, reason });

const WAITS = { sentence: '您家的登记已经交了', detail: '', action: '看回执', opId: 'op' };

describe('the page of a volunteer', () => {
  it.each([
    ['nobody at home', {}, 'empty', 'home'],
    ['nobody at home, whose form waits', { home: WAITS }, 'waiting', 'home'],
    ['who left, and whose form waits', { home: WAITS, standing: standing('ended') }, 'waiting', 'home'],
    ['who left, and has no home here', { standing: standing('ended') }, 'empty', 'home'],
    ['a seat that ran out, and no home here', { standing: standing('approved') }, 'denied', 'call'],
    ['a resident', { is: 'home' }, 'empty', 'apply'],
    ['who waits', { is: 'home', standing: standing('applied') }, 'waiting', 'apply'],
    ['who was asked for more', { is: 'home', standing: standing('returned', '写时间') }, 'waiting', 'apply'],
    ['who left', { is: 'home', standing: standing('ended') }, 'empty', 'apply'],
    ['a seat that was taken', { is: 'home', standing: standing('approved') }, 'denied', 'call'],
    ['the pledge', { is: 'pledge' }, 'done', 'pledge'],
    ['no network', { problem: { code: 'OFFLINE', details: {} } }, 'offline', 'again'],
    ['the own page', { is: 'own', standing: standing('approved') }, 'content', 'again'],
  ] as const)('says where one stands: %s', (_, change, face, way) => {
    const view = viewVolunteer({ ...NOTHING, ...(change as Partial<VolunteerState>) });
    expect([view.face, view.way]).toEqual([face, way]);
  });

  it('offers to doubt what has been decided, and a certificate of what counts', () => {
    const row: OwnHours = {
      ...{ id: 'a', version: 1, source: 'manual', title: '', minutes: 90 },
      ...{ day: '2026-03-10', state: 'waiting', isManual: true },
    };
    const hours = [row, { ...row, id: 'b', state: 'granted' as const }];
    const view = viewVolunteer({ ...NOTHING, is: 'own', hours, grantedMinutes: 90 });
    expect(view.rows.map(({ mayDispute }) => mayDispute)).toEqual([false, true]);
    expect(view.rows[0]?.note).toBe('1 小时 30 分 · 3月10日 · 等社区同意');
    expect([view.mayCertify, view.minutes]).toEqual([true, '一共服务 1 小时 30 分']);
  });

  it.each(['home', 'guest'] as const)('keeps what was done for who left, %s', (is) => {
    const hours: OwnHours[] = [
      {
        ...{ id: 'a', version: 1, source: 'manual', title: '打扫楼道', minutes: 90 },
        ...{ day: '2026-03-10', state: 'granted', isManual: true },
      },
    ];
    const left = { ...NOTHING, is, standing: standing('ended'), hours, grantedMinutes: 90 };
    const { sentence, rows, mayCertify } = viewVolunteer(left);
    expect([sentence, rows.map(({ title, mayDispute }) => [title, mayDispute]), mayCertify]).toEqual([
      '志愿者的身份已经结束',
      [['打扫楼道', false]],
      true,
    ]);
    expect(viewVolunteer({ ...left, hours: [], grantedMinutes: 0 }).mayCertify).toBe(false);
  });

  const OWN: OwnVolunteer = {
    ...{ ...standing('approved'), name: '林小满', phone: '', isAdult: true },
    ...{ skills: [], times: [], compoundIds: [], near: [], allowsHonour: false },
  };
  it.each([
    ['a grown one', {}, '让名字上感谢榜', '先歇一阵'],
    ['a child', { isAdult: false }, '', '先歇一阵'],
    ['one whose name stands there', { allowsHonour: true }, '把名字从感谢榜撤下来', '先歇一阵'],
    ['one who rests', { state: 'paused' }, '', '回来接着做'],
    ['one whom the community stopped', { state: 'paused', reason: '先了解一下' }, '', ''],
  ] as const)('offers %s what they may do', (_, change, honour, rest) => {
    const view = viewProfile({ ...OWN, ...change });
    expect([view.honour, view.rest]).toEqual([honour, rest]);
  });
});

describe('a team’s shares', () => {
  const members = [
    { userId: 'l', name: '李*零', isLeader: true },
    { userId: 'e', name: '金*零', isLeader: false },
  ];
  const sharing = { ...NO_SHARING, limitYuan: 300, members };

  it.each([
    [{}, '还差 300 元', '几份加起来要正好 300 元'],
    [{ l: '250', e: '50' }, '正好凑够', '一个人最多出 200 元'],
    [{ l: '200', e: '150' }, '多了 50 元', '几份加起来要正好 300 元'],
    [{ l: '150', e: '150' }, '正好凑够', ''],
  ])('%j', (typed, left, wrong) => {
    expect([viewShares({ ...sharing, typed }).left, wrongShares({ ...sharing, typed })]).toEqual([
      left,
      wrong,
    ]);
  });

  it('leave out who brings nothing', () => {
    expect(sharesOf({ ...sharing, typed: { l: '0', e: '150' } })).toEqual([{ userId: 'e', yuan: 150 }]);
  });
});

describe('the community’s desk', () => {
  const LISTED: ListedVolunteer = {
    ...{ id: 'v', version: 1, state: 'applied', name: '王小明', phone: '138****1234' },
    ...{ isAdult: false, hasGuardian: true, isReused: true, skills: ['errand'], times: [], at: 0 },
    compounds: ['苹果花园', '金河湾'],
  };
  it.each([
    ['applied', ['approve', 'return']],
    ['approved', ['pause', 'end']],
    ['paused', ['resume', 'end']],
    ['returned', []],
    ['ended', []],
  ] as const)('decides about somebody who is %s', (state, acts) => {
    const view = viewDesk({ ...NOBODY_YET, volunteers: [{ ...LISTED, state }], chosenId: 'v' });
    expect(view.acts.map(({ name }) => name)).toEqual(acts);
    expect(view.lines).toContain('没满 18 岁，家长同意了');
    expect(view.lines).toContain('愿意去：苹果花园、金河湾');
  });

  it('has a sentence instead of buttons for hours that are one’s own', () => {
    const row: ListedHours = {
      ...{
        id: 'h',
        version: 1,
        source: 'manual',
        title: '',
        minutes: 60,
        day: '2026-03-10',
        state: 'waiting',
      },
      ...{ isManual: true, volunteerId: 'v', name: '王小明', ground: 'noPhone', note: '扫楼道', isOwn: true },
    };
    const view = viewHours({ ...NO_HOURS, hours: [row, { ...row, id: 'i', isOwn: false }] });
    expect(view.rows.map(({ way, note }) => [way, note])).toEqual([
      ['own', '志愿者没带手机 “扫楼道”'],
      ['decide', '志愿者没带手机 “扫楼道”'],
    ]);
  });

  it('enters hours once everything is said', () => {
    const state = { ...NO_HOURS, volunteerId: 'v', ground: 'noPhone' as const, day: '2026-03-10' };
    expect(entryOf(state, { minutes: '一小时', reason: '' })).toBeUndefined();
    expect(entryOf({ ...state, ground: '' }, { minutes: '60', reason: '' })).toBeUndefined();
    expect(entryOf(state, { minutes: '60', reason: ' 扫楼道 ' })).toMatchObject({
      minutes: 60,
      reason: '扫楼道',
    });
  });
});

describe('a wish of the board', () => {
  const open = { state: 'published', needsTeam: false } as Parameters<typeof claimSteps>[0];

  it.each([
    ['somebody', false, false, { mayApply: true, mayClaim: false, isMine: false }],
    ['a volunteer', false, true, { mayApply: false, mayClaim: true, isMine: false }],
    ['whoever made it', true, false, { mayApply: false, mayClaim: false, isMine: true }],
    ['a volunteer who made it', true, true, { mayApply: false, mayClaim: false, isMine: true }],
  ] as const)('asks %s for no more than they may do', (_, isOwn, isVolunteer, steps) => {
    expect(claimSteps({ ...open, isOwn }, isVolunteer)).toMatchObject(steps);
  });
});

it.each([
  ['own', '', '别人在“办事”里输编号，就能查到这张证明'],
  ['own', '李小零', '别人在“办事”里输编号，就能查到这张证明，名字只露出一部分'],
  ['check', '', ''],
] as const)('speaks of the name on a paper only where there is one: %s, %j', (mode, holder, words) => {
  const days = { from: '2026-11-30', until: '2026-11-30', issuer: '街道', issuedOn: '2026-12-01' };
  const facts = { kind: 'hours', holder, minutes: 120, services: 1, ...days } as CertificateFacts;
  const state = { mode, facts, code: '', problem: undefined, codeProblem: '' };

  expect(viewCertificate(state).detail).toBe(words);
});
