import type { ExportRow } from '@domain/contract/export';
import type { Role } from '@domain/identity/role';
import { doorName, refusalWords, viewDoors } from '../../miniprogram/packages/manage/pages/doors/doors.view';
import {
  opensBelow,
  viewAsk,
  wishOf,
  type AskState,
} from '../../miniprogram/packages/manage/pages/exports/asking';
import {
  isMaking,
  viewExports,
  withNewest,
  type ExportsState,
} from '../../miniprogram/packages/manage/pages/exports/exports.view';
import {
  viewOverview,
  type BoardAnswer,
} from '../../miniprogram/packages/manage/pages/overview/overview.view';
import { drawForm, NEW_FORM, specOf } from '../../miniprogram/packages/manage/pages/skeleton/skeleton-form';
import {
  previewOf,
  viewSkeleton,
  type SkeletonState,
} from '../../miniprogram/packages/manage/pages/skeleton/skeleton.view';
import { viewPeople } from '../../miniprogram/packages/manage/pages/people/people.view';
import { CHAINS, NOT_VERIFIED, viewVerify } from '../../miniprogram/packages/manage/pages/verify/verify.view';
import { problemOf, unitOf } from './samples';

const AT = Date.UTC(2026, 10, 24, 11, 2);
const COUNTS = { due: 48, done: 32, waiting: 3, vacant: 5, left: 16 };

function fresh<Data>(data: Data): { data: Data; at: number; problem: undefined } {
  return { data, at: AT, problem: undefined };
}

function board(kind: BoardAnswer['kind'], rows = 2): BoardAnswer {
  return {
    id: kind,
    name: `这个${kind}`,
    kind,
    counts: COUNTS,
    people: 90,
    rows: Array.from({ length: rows }, (_, index) => ({
      id: `row${index}`,
      name: `第${index}`,
      counts: COUNTS,
    })),
    asOf: AT,
  };
}

describe('the overview', () => {
  it('says figures with their denominator and their time', () => {
    const view = viewOverview({
      kept: fresh(board('community')),
      rowsShown: 10,
      above: '万家街道',
      role: 'CA',
      today: '2026-11-24',
    });

    expect(view).toMatchObject({
      done: 32,
      due: 48,
      waiting: 3,
      rate: '66.6%',
      asOf: '19:02',
      below: '2 个小区',
    });
    expect(view.figures.map(({ label, value }) => `${label} ${value}`)).toEqual(['空置 5', '人数 90']);
    expect(view.up).toBe('回到万家街道');
  });

  it('shows a long list a page at a time', () => {
    const view = viewOverview({
      kept: fresh(board('compound', 25)),
      rowsShown: 10,
      above: '',
      role: 'SA',
      today: '2026-11-24',
    });

    expect(view.rows).toHaveLength(10);
    expect(view).toMatchObject({ more: '再看 15 个', up: '' });
  });

  it('shows each role the ways it may go', () => {
    const waysOf = (role: Role, kind: BoardAnswer['kind']): string[] =>
      viewOverview({ kept: fresh(board(kind)), rowsShown: 1, above: '', role, today: '2026-11-24' }).ways.map(
        ({ title, ways }) => `${title} ${ways.length}`,
      );

    expect(waysOf('CA', 'community')).toEqual(['等着办的 5', '写给居民的 5', '人 3', '登记 2']);
    expect(waysOf('SA', 'street')).toEqual(['等着办的 4', '写给居民的 5', '人 3', '登记 2']);
    expect(waysOf('AU', 'street')).toEqual(['人 2']);
    expect(waysOf('CA', 'compound')).toEqual(['登记 4']);
  });

  it('says how much waits where it is waited for, once that is counted', () => {
    const desks = { tasks: 3, content: 0, wishes: 100, ledger: 99, gifts: 1 };
    const kept = fresh(board('community'));
    const state = { kept, rowsShown: 1, above: '', role: 'CA', today: '2026-11-24' } as const;
    const said = (counted?: typeof desks) =>
      viewOverview({ ...state, desks: counted }).ways.flatMap(({ ways }) => ways.map((way) => way.waiting));

    expect(said(desks).filter((words) => words !== '')).toEqual([
      ...['3 件', '没有', '99 件以上', '99 件', '1 件'],
    ]);
    expect(said().join('')).toBe('');
  });

  it('says the day where the last event was on another one', () => {
    const kept = fresh(board('street'));

    expect(viewOverview({ kept, rowsShown: 10, above: '', role: 'AU', today: '2026-11-25' }).asOf).toBe(
      '11月24日 19:02',
    );
  });

  it('has not begun where there is no board, and is old without network', () => {
    const lost = { data: undefined, at: 0, problem: problemOf('NOT_FOUND') };
    const old = { ...fresh(board('street')), problem: problemOf('OFFLINE') };

    expect(
      viewOverview({ kept: lost, rowsShown: 10, above: '', role: 'AU', today: '2026-11-24' }),
    ).toMatchObject({
      face: 'empty',
      sentence: '还没开始',
    });
    expect(viewOverview({ kept: old, rowsShown: 10, above: '', role: 'AU', today: '2026-11-24' }).stale).toBe(
      '现在没网，这是 11月24日 19:02 的',
    );
  });
});

const ROW: ExportRow = {
  id: 'e1',
  kind: 'compoundTable',
  areaId: 'c1',
  scopeName: '苹果花园',
  clear: false,
  reason: '月底核对台账',
  state: 'requested',
  requester: '万家街道',
  isMine: true,
  mayDecide: false,
  requestedAt: AT,
  partsDone: 0,
  parts: 0,
  rows: 0,
};

function exportsOf(row: Partial<ExportRow>, change: Partial<ExportsState> = {}): ExportsState {
  const kept = fresh({ exports: [{ ...ROW, ...row }] });
  return { kept, busyId: '', openedIds: [], notice: { id: '', words: '' }, mayAsk: true, ...change };
}

describe('the exports', () => {
  it('offer each person the one thing that is theirs to do', () => {
    const wayOf = (row: Partial<ExportRow>, change = {}): unknown =>
      viewExports(exportsOf(row, change)).cards[0]?.way;

    expect(wayOf({})).toBe('none');
    expect(wayOf({ isMine: false, mayDecide: true })).toBe('decide');
    expect(wayOf({ state: 'ready' })).toBe('open');
    expect(wayOf({ state: 'ready', isMine: false })).toBe('none');
    expect(wayOf({ state: 'ready' }, { openedIds: ['e1'] })).toBe('acknowledge');
    expect(wayOf({ state: 'gone' }, { openedIds: ['e1'] })).toBe('none');
    expect(wayOf({ state: 'failed' })).toBe('again');
    expect(wayOf({ state: 'failed' }, { mayAsk: false })).toBe('none');
    expect(wayOf({ state: 'failed', isMine: false })).toBe('none');
  });

  it('say how far a file is, what it holds, and why it was refused', () => {
    const cardOf = (row: Partial<ExportRow>) => viewExports(exportsOf(row)).cards[0];

    expect(cardOf({})?.facts).toBe('名字和电话遮住的，我 11月24日 19:02 要的');
    expect(cardOf({ isMine: false })?.facts).toBe('名字和电话遮住的，万家街道 11月24日 19:02 要的');
    expect(cardOf({ state: 'approved' })).toMatchObject({ state: '排队中，马上做', isMaking: false });
    expect(cardOf({ state: 'approved', parts: 4, partsDone: 1 })).toMatchObject({
      state: '做到第 1/4 个小区',
      isMaking: true,
    });
    expect(cardOf({ state: 'ready', rows: 130, asOf: AT, clear: true })).toMatchObject({
      tone: 'ok',
      mark: '看全的',
      facts: expect.stringContaining('130 行，数据截至 11月24日 19:02') as string,
    });
    expect(cardOf({ state: 'refused', refusal: '遮住的就够用' })).toMatchObject({
      reason: '遮住的就够用',
      tone: 'warn',
    });
    expect(cardOf({ state: 'failed' })).toMatchObject({ state: '试了几次都没做成', tone: 'warn' });
    expect(cardOf({ state: 'failed', isMine: false })?.state).toBe('试了几次都没做成，等要的人再要');
  });

  it('are asked for again only while one is being made', () => {
    expect(isMaking(exportsOf({ state: 'approved' }))).toBe(true);
    expect(isMaking(exportsOf({ state: 'ready' }))).toBe(false);
  });

  it('keep the pages that were read when the first one comes anew', () => {
    const known = { exports: [ROW, { ...ROW, id: 'e0' }], next: 'c' };
    const newest = { exports: [{ ...ROW, state: 'ready' as const }], next: 'b' };

    expect(withNewest(known, newest)).toEqual({ exports: [newest.exports[0], known.exports[1]], next: 'c' });
    expect(withNewest(undefined, newest)).toBe(newest);
  });

  it('none yet: a person who may ask is shown how', () => {
    const kept = fresh({ exports: [] });

    expect(viewExports(exportsOf({}, { kept }))).toMatchObject({ face: 'empty', action: '要一份表' });
    expect(viewExports(exportsOf({}, { kept, mayAsk: false })).action).toBe('');
    const old = { ...kept, problem: problemOf('OFFLINE') };
    expect(viewExports(exportsOf({}, { kept: old }))).toMatchObject({ face: 'offline', action: '再试一次' });
  });
});

describe('a wish for a file', () => {
  const ask = (kind: BoardAnswer['kind'], areaId: string, above?: AskState['above']): AskState => ({
    kind: 'compoundTable',
    clear: true,
    scope: board(kind),
    areaId,
    above,
  });

  it('goes from the street to one compound, and only there may be in clear', () => {
    expect(opensBelow(ask('street', 'street'), 'row1')).toBe(true);
    expect(opensBelow(ask('community', 'community'), 'row1')).toBe(false);
    expect(viewAsk(ask('community', 'community')).sights).toEqual([]);
    expect(wishOf(ask('community', 'community')).clear).toBe(false);
    expect(wishOf(ask('community', 'row1'))).toEqual({ kind: 'compoundTable', areaId: 'row1', clear: true });
    expect(viewAsk(ask('compound', 'compound')).sight).toBe('clear');
  });

  it('knows the way back', () => {
    const view = viewAsk(ask('community', 'community', { id: 'street', name: '万家街道' }));

    expect(view.areas.map(({ label }) => label)).toEqual(['回到万家街道', '整个这个community', '第0', '第1']);
  });
});

const STATE: SkeletonState = {
  compounds: [],
  compound: { id: 'c', name: '苹果花园' },
  grids: [{ id: 'g', name: '金果01网格' }],
  gridId: 'g',
  form: { ...NEW_FORM, label: '9' },
  isSaving: false,
  problem: '',
  saved: undefined,
};

describe('a new building', () => {
  it('is an ordinary one until somebody says otherwise', () => {
    const view = viewSkeleton(STATE);

    expect(view).toMatchObject({ step: 'form', preview: '会建 3 个单元、36 户', canSave: true });
    expect(view.facade.map(({ label, floors }) => [label, floors.length])).toEqual([
      ['1单元', 6],
      ['2单元', 6],
      ['3单元', 6],
    ]);
    expect(view.facade[0]?.floors[0]?.doors.map(({ label }) => label)).toEqual(['601', '602']);
  });

  it('says what is still needed before it is built', () => {
    expect(viewSkeleton({ ...STATE, form: NEW_FORM })).toMatchObject({
      canSave: false,
      saveWords: '先写楼号',
    });
    expect(viewSkeleton({ ...STATE, gridId: '' })).toMatchObject({
      canSave: false,
      saveWords: '先选归哪个网格',
    });
    expect(viewSkeleton({ ...STATE, isSaving: true }).canSave).toBe(false);
  });

  it('skips and renames floors, and names shops and basements', () => {
    const form = {
      ...STATE.form,
      floors: 5,
      hasGaps: true,
      skip: '4',
      renamed: '3=2A',
      shops: 2,
      basements: 1,
    };
    const { spec, doors } = drawForm(form);

    expect(spec).toMatchObject({ floors: '1-5', skipFloors: [4], renamedFloors: { '3': '2A' } });
    expect(doors).toBe(4 * 2 * 3 + 3);
    expect(viewSkeleton({ ...STATE, form }).facade.at(-1)?.label).toBe('商铺和地下室');
  });

  it('says in words what cannot be drawn', () => {
    const gaps = { ...STATE.form, hasGaps: true, skip: '四层', renamed: '4:3A' };

    expect(viewSkeleton({ ...STATE, form: { ...STATE.form, label: '3 号' } }).canSave).toBe(false);
    expect(drawForm(gaps).problems).toEqual(['跳过的楼层写数字，用顿号隔开', '改名写成 4=3A 这样']);
  });

  it('of one door or of one row asks for no floors', () => {
    expect(specOf({ ...STATE.form, kind: 'single' }).units).toEqual([
      { label: '0', roomsPerFloor: 1, pattern: '{n}' },
    ]);
    expect(drawForm({ ...STATE.form, kind: 'row', rooms: 8 }).doors).toBe(8);
    expect(viewSkeleton({ ...STATE, form: { ...STATE.form, kind: 'row', rooms: 8 } }).preview).toBe(
      '会建 8 户',
    );
  });

  it('that is very large is drawn in part, and says so', () => {
    const form = { ...STATE.form, floors: 33, rooms: 4 };
    const { frame } = drawForm(form);

    expect(viewSkeleton({ ...STATE, form }).preview).toContain('只画出一部分');
    expect(frame === undefined ? [] : previewOf(frame)).toHaveLength(1);
  });

  it('once built leads to its doors', () => {
    expect(viewSkeleton({ ...STATE, saved: { id: 'b', doors: 36 } })).toMatchObject({
      step: 'saved',
      saved: '9号楼建好了，36 户',
    });
  });
});

describe('doors one by one', () => {
  const answer = { plate: { compound: '苹果花园', line: '9号楼' }, units: [unitOf(['missing', 'filled'])] };

  it('are named as they are asked about, and a refusal says why', () => {
    expect(viewDoors(answer, { unitId: 'u', room: '', floor: 1 }).building).toBe('苹果花园 9号楼');
    expect(doorName(answer.units, '0-1')).toBe('1单元102 室');
    expect(refusalWords(problemOf('WRONG_STATE'), { act: 'remove', door: '102 室' })).toContain('去不掉');
    expect(refusalWords(problemOf('WRONG_STATE'), { act: 'add', door: '102' })).toContain('已经有这个房号');
  });
});

describe('the verdict over the audit', () => {
  it('is whole only after the last chain, and names the first bad link', () => {
    const done = { ...NOT_VERIFIED, done: CHAINS, links: 20, records: 300 };

    expect(viewVerify(NOT_VERIFIED)).toMatchObject({ stage: 'idle', action: '从头验一遍' });
    expect(viewVerify({ ...NOT_VERIFIED, isRunning: true, done: 4 }).sentence).toBe('正在验第 5/16 条链');
    expect(viewVerify(done)).toMatchObject({ stage: 'intact', detail: '共 300 条记录，20 个环节' });
    expect(viewVerify({ ...done, bad: { chain: 2, seq: 7 } })).toMatchObject({
      stage: 'broken',
      detail: expect.stringContaining('第 3 条链，第 7 个环节') as string,
    });
    expect(viewVerify({ ...NOT_VERIFIED, done: 3, problem: problemOf('OFFLINE') }).stage).toBe('stopped');
  });
});

describe('the people of an area', () => {
  it('end on a day with its year where that is another one, and at once where they were stopped', () => {
    const who = { id: 's1', version: 1, role: 'GW', name: '王*', label: '金果01网格' } as const;
    const person = { ...who, isOwn: false, state: 'active' } as const;
    const people = [
      { ...person, endsOn: '2026-12-31' },
      { ...person, endsOn: '2027-11-30', lacks: 'pledge' as const },
      { ...person, endsOn: '2027-11-30', state: 'suspended' as const },
    ];
    const kept = { data: { people, offers: [] }, at: 1, problem: undefined };
    const state = { kept, viewer: 'CA', role: 'GW', chosenId: '', toId: '', today: '2026-11-30' } as const;

    const notes = viewPeople(state).rows.map(({ note }) => note);
    expect(notes).toEqual(['到 12月31日', '到 2027年11月30日，还没签承诺', '停用了']);
  });
});
