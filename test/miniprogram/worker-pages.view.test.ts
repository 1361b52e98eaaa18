import type { FormView, HouseholdView, WaitingForm, WallUnit } from '@domain/contract/census';
import { base64url, utf8Bytes } from '@domain/kernel/bytes';
import { hmacSha256 } from '@domain/kernel/sha256';
import { receiptCode, receiptWords } from '@domain/census/receipt';
import { compareForms } from '../../miniprogram/packages/worker/pages/door/compare-forms';
import { lookedAtAfter } from '../../miniprogram/packages/worker/pages/door/decision';
import { subjectOf, viewDoor, type DoorCase } from '../../miniprogram/packages/worker/pages/door/door.view';
import { doorName, viewCodes } from '../../miniprogram/packages/worker/pages/codes/codes.view';
import {
  codeInScan,
  NEW_RECEIPT,
  typedProblem,
  viewReceipt,
} from '../../miniprogram/packages/worker/pages/receipt/receipt.view';
import { viewToday, type Building } from '../../miniprogram/packages/worker/pages/today/today.view';
import { withNoted } from '../../miniprogram/packages/worker/pages/wall/offline-wall';
import {
  confirmedWords,
  confirmWords,
  viewWall,
  type WallAnswer,
} from '../../miniprogram/packages/worker/pages/wall/wall.view';
import { checkAgainst } from '../../miniprogram/packages/worker/services/receipt-check';
import { filledForm, filledMember } from '../cloudfunctions/fixture/forms';
import { problemOf } from './samples';

const AT = Date.UTC(2026, 10, 24, 1);
const WORKER = { canConfirm: true, canKnock: true, entries: [] };
const PLATE = { compound: '苹果花园', line: '2号楼' };
const NO_COUNTS = { due: 24, done: 12, waiting: 0, vacant: 0, left: 12 };

function fresh<Data>(data: Data): { data: Data; at: number; problem: undefined } {
  return { data, at: AT, problem: undefined };
}

function lost(code: 'OFFLINE' | 'NOT_FOUND' | 'FORBIDDEN' | 'INTERNAL'): {
  data: undefined;
  at: number;
  problem: ReturnType<typeof problemOf>;
} {
  return { data: undefined, at: 0, problem: problemOf(code) };
}

function building(id: string, waiting: number, flagged: number): Building {
  return {
    id,
    plate: { ...PLATE, line: `${id}号楼` },
    counts: { ...NO_COUNTS, waiting },
    flagged,
  };
}

function unit(label: string, doors: readonly Partial<WallUnit['doors'][number]>[]): WallUnit {
  const door = { floor: '3', state: 'missing', waiting: 0, flagged: false } as const;
  return {
    id: `unit${label}`,
    label,
    doors: doors.map((change, slot) => ({ ...door, slot, room: `30${slot + 1}`, ...change })),
  };
}

function wall(units: WallUnit[], moreUnits: WallAnswer['moreUnits'] = []): WallAnswer {
  return { plate: PLATE, units, moreUnits, counts: NO_COUNTS, asOf: AT };
}

const PENDING = { state: 'pending', waiting: 1 } as const;

describe('the morning list', () => {
  it('puts a building with a question first, then the one where most wait', () => {
    const buildings = [building('1', 0, 0), building('2', 9, 0), building('3', 1, 1)];
    const view = viewToday(fresh({ buildings, asOf: AT }), 10);

    expect(view.rows.map(({ key }) => key)).toEqual(['3', '2', '1']);
    expect(view).toMatchObject({ startKey: '3', done: 36, due: 72, asOf: '09:00', waiting: 10 });
    expect(view.rows[0]?.spoken).toBe('苹果花园 3号楼，12/24，1 户要看一眼，1 户交了，等确认');
  });

  it('offers no start where nothing waits, and the rest of a long list on a touch', () => {
    const buildings = Array.from({ length: 12 }, (_, index) => building(String(index), 0, 0));
    const view = viewToday(fresh({ buildings, asOf: AT }), 10);

    expect(view).toMatchObject({ start: '', more: '再看 2 栋' });
    expect(view.rows).toHaveLength(10);
  });

  it('shows old figures without network and says from when; without any, one sentence', () => {
    const old = { ...fresh({ buildings: [building('1', 0, 0)], asOf: AT }), problem: problemOf('OFFLINE') };

    expect(viewToday(old, 10)).toMatchObject({ face: 'content', stale: '现在没网，这是 11月24日 09:00 的' });
    expect(viewToday({ ...old, problem: problemOf('DEPENDENCY_UNAVAILABLE') }, 10).stale).toBe(
      '刚才没连上，这是 11月24日 09:00 的',
    );
    expect(viewToday(lost('OFFLINE'), 10)).toMatchObject({ face: 'offline', action: '再试一次' });
    expect(viewToday(lost('FORBIDDEN'), 10)).toMatchObject({ face: 'denied', action: '去“我的”' });
    expect(viewToday(fresh({ buildings: [], asOf: AT }), 10).face).toBe('empty');
  });
});

describe('a building', () => {
  const first = unit('1单元', [
    PENDING,
    { ...PENDING, flagged: true },
    { state: 'pending', waiting: 2 },
    { state: 'filled', waiting: 1, flagged: true },
    { ...PENDING, flagged: true, inPerson: true },
  ]);

  it('counts for one touch only forms that stand alone and raise no finding', () => {
    const view = viewWall(fresh(wall([first])), WORKER);

    expect(view.units).toEqual([
      { key: 'unit1单元', label: '1单元', action: '确认 1 份', kept: '另有 5 份要看一眼' },
    ]);
    expect(view.flagged.map(({ value, mark }) => [value, mark])).toEqual([
      ['302 室', '看一眼'],
      ['303 室', '两份比一比'],
      ['304 室', '两份比一比'],
      ['305 室', '要当面确认'],
    ]);
    expect(confirmWords(first)).toEqual({
      title: '确认1单元没有疑问的 1 份？',
      sentence: expect.stringContaining('另有 5 份要您看一眼，不会一起确认') as string,
    });
  });

  it('offers no confirming to a seat that only looks on, nor from a route pack', () => {
    expect(viewWall(fresh(wall([first])), { ...WORKER, canConfirm: false }).units).toEqual([]);
    expect(viewWall(fresh({ ...wall([first]), isPacked: true }), WORKER).units).toEqual([]);
  });

  it('says what stayed behind, and why nothing could be confirmed', () => {
    expect(confirmedWords({ confirmed: 8, left: 0, flagged: 0 })).toBe('确认了 8 份');
    expect(confirmedWords({ confirmed: 8, left: 0, flagged: 2 })).toContain('还有 2 份留着');
    expect(confirmedWords({ confirmed: 0, left: 0, flagged: 1 })).toContain('请别人确认');
  });

  it('draws floors as rows, names shops, and reads a large building unit by unit', () => {
    const shops = unit('', [
      { room: 'S1', floor: '1', state: 'business' },
      { room: 'S2', floor: '1', state: 'business' },
    ]);
    const more = [{ id: 'unit10', label: '10单元' }];
    const view = viewWall(fresh(wall([unit('2单元', [{}, { floor: '2' }]), shops], more)), WORKER);

    expect(view.facade.map(({ label, floors }) => [label, floors.length])).toEqual([
      ['2单元', 2],
      ['商铺', 1],
    ]);
    expect(view.facade[1]?.floors[0]?.doors[1]).toEqual({ key: '1-1', label: '铺2', state: 'business' });
    expect(view.tabs.map(({ label }) => label)).toEqual(['2单元', '10单元', '商铺']);
  });

  it('out of reach leads back', () => {
    expect(viewWall(lost('NOT_FOUND'), WORKER)).toMatchObject({ face: 'denied', action: '返回' });
    expect(viewWall(fresh(wall([])), WORKER).face).toBe('empty');
  });
});

function seen(changes: Parameters<typeof filledForm>[0] = {}, findings: string[] = []): FormView {
  return { ...filledForm(changes), findings };
}

function waitingForm(id: string, form: FormView): WaitingForm {
  return { id, version: 1, submittedAt: AT, channel: 'doorCode', form };
}

const HOUSEHOLD: HouseholdView = {
  id: 'h1',
  version: 3,
  seq: 1,
  state: 'submitted',
  kind: 'family',
  countedElsewhere: [],
  isHeld: false,
  channel: 'own',
  filledOn: '2026-11-20',
  confirmedOn: '2026-11-21',
  form: seen(),
};

function at(change: Partial<DoorCase['door']>, rest: Partial<DoorCase> = {}): DoorCase {
  const door = { plate: { compound: '苹果花园', line: '2-1-301' }, state: 'pending' as const };
  return {
    door: { ...door, waiting: [], households: [], ...change },
    canDecide: true,
    back: '回门墙',
    knock: undefined,
    noted: [],
    packedAt: 0,
    formIndex: 0,
    householdIndex: 0,
    ...rest,
  };
}

describe('a door', () => {
  it('with one form asks for one decision, and says its findings in words', () => {
    const view = viewDoor(at({ waiting: [waitingForm('f1', seen({}, ['人数对不上']))] }));

    expect(view).toMatchObject({ decision: 'decide', findings: ['人数对不上'], clean: '', compare: [] });
    expect(view.detail).toBe('11月24日 09:00 扫门上的码交的');
    expect(view.lines.some(({ value }) => value === '')).toBe(false);
  });

  it.each([
    [2, '外地家人替填的'],
    [5, '楼长替填的'],
    [6, '网格员替填的'],
  ] as const)('says who filled by an invitation: %s', (fillRole, words) => {
    const form = { ...waitingForm('f1', seen({ fillRole })), channel: 'family' } as const;

    expect(viewDoor(at({ waiting: [form] })).detail).toBe(`11月24日 09:00 ${words}`);
  });

  it('with a household beside the form sets them side by side', () => {
    const waiting = [waitingForm('f1', seen({ headName: '钱多' }))];
    const view = viewDoor(at({ waiting, households: [HOUSEHOLD] }));

    expect(view).toMatchObject({
      decision: 'settle',
      right: '已登记的',
      clean: '两份比，1 处不一样',
      ...{ lines: [], leaning: 'same' },
    });
    const strangers = waiting.map((form) => ({ ...form, joinAnswer: 'notOurs' as const }));
    expect(viewDoor(at({ waiting: strangers, households: [HOUSEHOLD] })).leaning).toBe('');
  });

  it('with two forms compares them and decides one', () => {
    const waiting = [waitingForm('f1', seen()), waitingForm('f2', seen({ liveCount: 2 }))];
    const view = viewDoor(at({ waiting }, { formIndex: 1 }));

    expect(view).toMatchObject({ decision: 'decide', right: '另一份', formIndex: 1 });
    expect(view.forms).toHaveLength(2);
    expect(subjectOf(at({ waiting }, { formIndex: 1 }))).toEqual({ formId: 'f2' });
  });

  it('on record is read, and is what a reveal speaks of', () => {
    const here = at({ state: 'filled', households: [HOUSEHOLD] });

    expect(viewDoor(here)).toMatchObject({ decision: 'read', detail: '11月20日填的，11月21日确认' });
    expect(subjectOf(here)).toEqual({ householdId: 'h1' });
  });

  it('says once what was done, and leads back where nothing is left to do', () => {
    const filled = at({ state: 'filled', households: [HOUSEHOLD] }, { done: '确认好了' });
    const more = at({ waiting: [waitingForm('f1', seen())] }, { done: '退回了' });

    expect(viewDoor(filled)).toMatchObject({ state: '确认好了', told: '', isOver: true, back: '回门墙' });
    expect(viewDoor(more)).toMatchObject({ state: '已交，等您确认', told: '退回了', isOver: false });
    expect(viewDoor(at({ state: 'missing' }, { done: '退回了' }))).toMatchObject({
      face: 'empty',
      state: '退回了',
    });
  });

  it('asks with which of two households a form is compared, and nothing once it is decided', () => {
    const households = [HOUSEHOLD, { ...HOUSEHOLD, id: 'h2', seq: 2 }];
    const asking = at({ waiting: [waitingForm('f1', seen())], households });
    const done = at({ state: 'filled', households }, { done: '记成另一户了', householdIndex: 1 });

    expect(viewDoor(asking)).toMatchObject({
      whichHousehold: '和哪一户比',
      households: [{ label: '第 1 户' }, { label: '第 2 户' }],
    });
    expect(viewDoor(done)).toMatchObject({
      ...{ state: '记成另一户了', isOver: true, households: [], linesTitle: '第 2 户登记的' },
    });
    expect(viewDoor({ ...done, done: '' })).toMatchObject({ whichHousehold: '看哪一户', isOver: false });
    expect(lookedAtAfter('secondHousehold', households, '')).toBe(1);
    expect(lookedAtAfter('confirm', households, '')).toBe(0);
    expect(lookedAtAfter(undefined, households, 'h2')).toBe(1);
  });

  it('shows no buttons to a seat that may not decide, and nothing to reveal where nobody is', () => {
    const waiting = [waitingForm('f1', seen())];

    expect(viewDoor(at({ waiting }, { canDecide: false })).decision).toBe('read');
    expect(viewDoor(at({ state: 'missing' }))).toMatchObject({
      face: 'empty',
      state: '还没填',
      canReveal: false,
    });
    expect(subjectOf(at({}))).toBeUndefined();
  });
});

describe('two forms', () => {
  it('match people by what they are to the head, whatever their keys', () => {
    const other = filledForm().members.map((member, index) => ({ ...member, key: `zzzzzzz${index}` }));

    expect(compareForms(seen(), seen({ members: other })).filter(({ differs }) => differs)).toEqual([]);
  });

  it('keep a person that only one of them names', () => {
    const members = [...filledForm().members, filledMember({ key: 'dddddddd', relation: 2 })];
    const extra = compareForms(seen(), seen({ members })).filter(({ differs }) => differs);

    expect(extra).toEqual([expect.objectContaining({ label: '子女', left: '' })]);
  });

  it('of a dormitory shows whoever differs, and the others in one row', () => {
    const members = Array.from({ length: 40 }, (_, n) => filledMember({ key: `m${n}`, relation: 9 }));
    const changed = members.map((member, n) => (n === 7 ? { ...member, gender: 1 as const } : member));
    const rows = compareForms(seen({ members }), seen({ members: changed }));

    expect(rows.filter(({ key }) => key.startsWith('person '))).toMatchObject([{ differs: true }]);
    expect(rows.pop()).toMatchObject({ label: '另外 39 人', differs: false });
  });
});

describe('a receipt', () => {
  const secret = utf8Bytes('a key of one grid, of this test.');
  const grid = { key: base64url(secret), opensOn: '2026-11-14', closesOn: '2027-02-12' };
  const code = receiptWords(receiptCode((message) => hmacSha256(secret, message), 'unit-3', '2026-11-20'));
  const check = (typed: string, doorId = 'unit-3', today = '2026-11-24'): unknown =>
    checkAgainst(grid, { typed, doorId, today });

  it('is read without network: genuine, mistyped, or of another door', () => {
    const wrong = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

    expect(check(code)).toEqual({ verdict: 'genuine', day: '2026-11-20' });
    expect(check(code.toLowerCase())).toEqual({ verdict: 'genuine', day: '2026-11-20' });
    expect(check(wrong)).toEqual({ verdict: 'mistyped' });
    expect(check(code, 'unit-4')).toEqual({ verdict: 'notThisDoor' });
    expect(check(code, 'unit-3', '2026-11-19')).toEqual({ verdict: 'notThisDoor' });
  });

  it('goes from building to door to verdict', () => {
    const buildings = fresh({ buildings: [building('2', 0, 0)], asOf: AT });
    const opened = { ...NEW_RECEIPT, buildings, wall: wall([unit('1单元', [{}])]), isReady: true };
    const verdict = { verdict: 'genuine', day: '2026-03-10' } as const;

    expect(viewReceipt({ ...NEW_RECEIPT, buildings })).toMatchObject({ step: 'building' });
    expect(viewReceipt(opened)).toMatchObject({ step: 'door', ready: '这栋楼没网也能验了' });
    expect(viewReceipt({ ...opened, doorKey: '0-0', verdict })).toMatchObject({
      step: 'code',
      line: '2-1-301',
      tone: 'ok',
      verdict: '真的，3月10日登记',
    });
  });

  it.each([
    ['a receipt of the day, checked since', { day: '2026-11-24', at: AT }, 'pending'],
    ['one that was checked before the cloud was asked', { day: '2026-11-24', at: AT - 1 }, 'missing'],
    ['one of a day that the cloud knows', { day: '2026-11-23', at: AT + 1 }, 'missing'],
  ])('marks the window of its door: %s', (_, seen, state) => {
    const before = { ...wall([unit('1单元', [{}, {}])]), asOf: AT };

    const noted = withNoted(before, { entries: [], receipts: { 'unit1单元-1': seen } });

    expect(noted.units[0]?.doors.map((door) => door.state)).toEqual(['missing', state]);
  });

  it('says what is missing: a key, a character', () => {
    const noKey = viewReceipt({
      ...NEW_RECEIPT,
      wall: wall([]),
      doorKey: '0-0',
      verdict: { verdict: 'noKey' },
    });

    expect(noKey).toMatchObject({ tone: 'warn', verdict: '这栋楼要先连一次网才能验' });
    expect(typedProblem(code)).toBe('');
    expect(typedProblem('7F3K9')).toContain('11 位');
    expect(codeInScan(` ${code} `)).toBe(code);
  });
});

describe('the codes of a building', () => {
  it('name the door that is asked about', () => {
    const data = wall([unit('1单元', [{}])]);

    expect(doorName(data, '0-0')).toBe('1单元301 室');
    expect(viewCodes(fresh(data)).building).toBe('苹果花园 2号楼');
    expect(viewCodes(lost('INTERNAL'))).toMatchObject({ face: 'problem', action: '再试一次' });
  });
});
