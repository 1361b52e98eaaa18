import type { DeskIssue, OpenedIssue } from '@domain/contract/issue';
import type { Person } from '@domain/contract/user';
import { NO_ITEMS } from '@domain/issue/ledger';
import type { Role } from '@domain/identity/role';
import {
  NO_FIGURES,
  stageHeld,
  viewFigures,
} from '../../miniprogram/packages/ledger/pages/ledger/figures.view';
import { viewLedger, type Show } from '../../miniprogram/packages/ledger/pages/ledger/ledger.view';
import {
  likestFirst,
  rolesFor,
  tilesOfPeople,
} from '../../miniprogram/packages/ledger/pages/issue-work/choices';
import { viewWork } from '../../miniprogram/packages/ledger/pages/issue-work/issue-work.view';
import { triageOf } from '../../miniprogram/packages/ledger/pages/issue-work/triage-card/triage.view';

const AT = Date.UTC(2026, 2, 10, 1);

const DESK: DeskIssue = {
  ...{
    id: 'one',
    version: 3,
    number: 'ONE',
    kind: 'issue',
    state: 'assigned',
    stage: 'work',
    aspect: 'lighting',
  },
  ...{ place: { compound: '苹果花园', line: '3号楼' }, text: '楼道灯不亮', department: '物业 · 苹果花园' },
  ...{ dueOn: '2026-03-13', isOverdue: true, isOnBoard: true, isHidden: false, isStreetOnly: false },
  ...{ followers: 2, pictures: 1, at: AT },
};
const OPENED: OpenedIssue = {
  ...DESK,
  ...{
    reporter: '居民',
    hasAccount: true,
    isOutside: false,
    check: 'passed',
    track: 'atOnce',
    milestones: [],
  },
  ...{ firstDueOn: '2026-03-13', reference: '', rating: 0, isMine: false, history: [], shownPictures: [] },
};

describe('the ledger', () => {
  const departments = [
    { name: DESK.department, count: 24 },
    { name: '', count: 1 },
  ];
  const view = (role: Role, show: Show, issues: DeskIssue[] = [DESK]) =>
    viewLedger({ role, show, aspect: '', issues, next: undefined, departments, figures: NO_FIGURES });

  it('groups what is late by department with its whole number, and opens rows to who may open them', () => {
    const late = view('CA', 'overdue', [DESK, { ...DESK, id: 'three' }]);
    expect(late.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['物业 · 苹果花园，24 件', 2],
      ['没有交给谁，1 件', 0],
    ]);
    expect([late.opens, view('PR', 'work').opens, view('PR', 'given').opens]).toEqual([true, false, true]);
    expect(view('GV', 'given', [])).toMatchObject({ empty: '没有交给您的问题', shows: [{ value: 'given' }] });
  });

  it('counts the tree together with what was reported, and each end apart', () => {
    const cell = { ...NO_ITEMS, issues: 3, stages: { ended: 2, work: 1 }, ends: { closed: 1, declined: 1 } };
    const counts = {
      lighting: { ...cell, inTime: 1, late: 1, rated: 1, stars: 4 },
      unsorted: { ...NO_ITEMS, issues: 1 },
    };
    const whole = viewFigures({ counts, asOf: AT }, '');
    expect(whole).toMatchObject({ tree: '6 大类，14 方面', items: '92 个问题，154 条建议', problems: [] });
    expect(whole.lines).toContain('还没分类 1 件');
    expect(viewFigures({ counts, asOf: AT }, 'lighting')).toMatchObject({
      title: '城市建管 · 照明',
      lines: [
        '其中反映来的：问题 3 件，建议 0 条',
        ...['还在办 1 件', '办结 1 件', '不能办 1 件'],
        ...['按最早说的日子办的：2 件里 1 件', '1 人打了星，平均 4.0 星'],
      ],
    });
    const over = { lighting: { ...NO_ITEMS, issues: 1, stages: { ended: 1 } } };
    expect([counts, over].map((held) => stageHeld({ counts: held, asOf: AT }, 'lighting'))).toEqual([
      'work',
      'ended',
    ]);
    expect(viewFigures({ counts: {}, asOf: 0 }, '').asOf).toContain('还没数过');
  });
});

describe('one issue', () => {
  it.each<[string, Partial<OpenedIssue>, Role, string, string]>([
    ['is sorted by the office', { stage: 'review', state: 'received' }, 'CA', 'review', ''],
    ['is looked at by who was not given it', {}, 'PR', '', ''],
    ['is begun by who has it', { isMine: true }, 'PR', 'start', ''],
    ['is answered by who has begun', { isMine: true, state: 'working' }, 'PR', 'answer', ''],
    [
      'has every milestone before an answer',
      { isMine: true, state: 'working', milestones: [{ words: '量地方', dueOn: '2026-03-13' }] },
      'PR',
      'answer',
      '每一步都办好了，才能回话',
    ],
    [
      'is closed by its reporter alone',
      { stage: 'reporter', state: 'answered' },
      'SA',
      '',
      '只有反映的人能办结',
    ],
    [
      'is asked back by the street where there is no account',
      { stage: 'reporter', state: 'answered', hasAccount: false },
      'SA',
      'ask',
      '打电话问过，再办结',
    ],
    [
      'is not asked back by the community',
      { stage: 'unanswered', state: 'unanswered', hasAccount: false },
      'CA',
      '',
      '不算办结',
    ],
    ['has ended', { stage: 'ended', state: 'declined' }, 'CA', '', '已经了结'],
  ])('%s', (_name, change, role, turn, waits) => {
    const view = viewWork({ ...OPENED, ...change }, role);
    expect(view.turn).toBe(turn);
    expect(view.waits).toContain(waits);
  });

  it('offers for it who is at work with a duty that leaves it to them', () => {
    const person = (id: string, more: Partial<Person> = {}): Person => ({
      ...{ id, version: 1, role: 'PR', label: '苹果花园', name: '王*', endsOn: '2027-11-24' },
      ...{ state: 'active', isOwn: false, ...more },
    });
    const people = [person('files', { duty: 'upload' }), person('over', { state: 'over' }), person('fit')];
    expect(tilesOfPeople(people)).toEqual([{ value: 'fit', label: '王*', hint: '苹果花园' }]);
  });

  it('offers the office what its state allows, and nobody else anything', () => {
    const names = (role: Role, change: Partial<OpenedIssue> = {}) =>
      viewWork({ ...OPENED, ...change }, role).others.map(({ name }) => name);
    const always = ['extend', 'transfer', 'merge', 'decline', 'hide'];
    expect(names('CA')).toEqual(['release', ...always]);
    expect(names('CA', { check: 'due' })).toEqual(always);
    expect(names('CA', { isHidden: true })).toEqual(always.slice(0, -1));
    expect(names('CA', { state: 'closed', isHidden: true })).toEqual([]);
    expect(names('PR')).toEqual([]);
    const labels = (isOnBoard: boolean) =>
      viewWork({ ...OPENED, isOnBoard }, 'CA').others.map(({ label }) => label);
    expect([labels(true).pop(), labels(false).pop()]).toEqual(['从公开栏撤下', '定为不公开，以后也不放']);
  });

  it('is begun by the office only in the name of who was given it', () => {
    expect(viewWork(OPENED, 'CA')).toMatchObject({ begin: '替物业记：开始办', isForOthers: true });
    expect(viewWork({ ...OPENED, isMine: true }, 'PR')).toMatchObject({
      begin: '开始办',
      isForOthers: false,
    });
  });

  it('says the first day where another one was promised since, and no name of who wants none', () => {
    const { facts, warnings } = viewWork({ ...OPENED, reporter: '', dueOn: '2026-03-20' }, 'CA');
    expect(facts.join()).toContain('最早说的是 3月13日');
    expect(facts.join()).toContain('不留名字');
    expect(warnings).toEqual(['过期了']);
  });

  it('leads to the door at which it was written down where the seat may go there', () => {
    const door = { id: 'd', buildingId: 'b', plate: { compound: '苹果花园', line: '3号楼2单元502' } };
    const led = viewWork({ ...OPENED, visit: { number: 2, door } }, 'CA');
    expect([led.facts.includes('第 2 次上门时记下的'), led.toDoor]).toEqual([
      true,
      '去看这一户：苹果花园 3号楼2单元502',
    ]);
    expect(viewWork({ ...OPENED, visit: { number: 2 } }, 'PR').toDoor).toBe('');
  });

  it('is sorted from what the worker took it for, else from what it reads like', () => {
    expect(triageOf({ ...OPENED, aspect: 'parking', check: 'due' })).toMatchObject({
      aspect: 'parking',
      mayRelease: false,
    });
    expect(triageOf({ ...OPENED, aspect: '', shownPictures: ['a'] })).toMatchObject({
      aspect: 'lighting',
      mayRelease: true,
      pictures: [{ value: 0 }],
    });
    expect(triageOf({ ...OPENED, aspect: '', text: '甲乙丙丁' }).aspect).toBe('');
  });

  it('goes to the street where it lies in no community, and beside what reads most like it', () => {
    expect(rolesFor({ ...OPENED, isStreetOnly: true })).toEqual(['SA']);
    const others = [{ ...DESK, id: 'two', text: '垃圾没人清' }, { ...DESK, id: 'three' }, DESK];
    expect(likestFirst(others, { id: 'one', text: '楼道灯不亮了' }).map(({ value }) => value)).toEqual([
      'three',
      'two',
    ]);
  });
});
