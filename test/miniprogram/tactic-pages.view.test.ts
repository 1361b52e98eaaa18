import type { HardDoor } from '@domain/contract/tactic';
import {
  choosable,
  firstWorker,
  viewHardDoors,
  type HardDoorsAnswer,
  type HardDoorsState,
} from '../../miniprogram/packages/manage/pages/hard-doors/hard-doors.view';
import { viewTactic, type TacticAnswer } from '../../miniprogram/packages/manage/pages/tactic/tactic.view';

const kept = <Data>(data: Data | undefined) => ({ data, at: 0, problem: undefined });
const problem = (code: 'NOT_FOUND' | 'OFFLINE') => ({ code, message: '', details: {}, requestId: '' });

const BOARD: TacticAnswer = {
  id: 'c1',
  name: '金果社区',
  kind: 'community',
  left: 62,
  total: { visit: { total: 3, waiting: 0 }, code: { total: 12, waiting: 2 } },
  days: [
    { day: '2026-03-10', counts: { code: { total: 12, waiting: 2 } } },
    { day: '2026-03-09', counts: { visit: { total: 3, waiting: 0 } } },
  ],
  parts: [
    { id: 'x1', name: '苹果花园', left: 62, version: 2, ways: ['group', 'visit'] },
    { id: 'x2', name: '金河湾', left: 0, version: 0, ways: [] },
  ],
  asOf: Date.parse('2026-03-10T01:00:00Z'),
};

describe('the tactic board', () => {
  it('has a column for each way that brought something, the sum first and the newest day next', () => {
    const { heads, rows } = viewTactic({ kept: kept(BOARD), above: '', editing: undefined });

    expect(heads.map(({ words }) => words)).toEqual(['扫码', '上门']);
    expect(rows.map(({ label, cells }) => [label, ...cells.map(({ words }) => words)])).toEqual([
      ['一共', '12', '3'],
      ['3.10', '12', '0'],
      ['3.9', '0', '3'],
    ]);
    expect(rows[1]?.spoken).toBe('3.10，扫码 12，上门 0');
  });

  it('says the ways of each compound, and names no rate of any', () => {
    const { parts, asOf, hasHard } = viewTactic({ kept: kept(BOARD), above: '', editing: undefined });

    expect(parts.map(({ ways, left }) => [ways, left])).toEqual([
      ['微信群、上门', '还有 62 户没有回音'],
      ['还没选办法', '都有回音了'],
    ]);
    expect([asOf, hasHard]).toEqual(['截至 3月10日 09:00', true]);
    expect(JSON.stringify(parts)).not.toContain('%');
  });

  it('opens communities from the street, where no doors are proposed', () => {
    const street = { ...BOARD, kind: 'street' as const };
    const view = viewTactic({ kept: kept(street), above: '', editing: undefined });

    expect(view).toMatchObject({ opensBelow: true, hasHard: false, below: '2 个社区' });
  });

  it('keeps what is being chosen while it is chosen', () => {
    const editing = { id: 'x2', ways: ['handle'] };
    const view = viewTactic({ kept: kept(BOARD), above: '万家街道', editing });

    expect(view).toMatchObject({ editTitle: '金河湾用哪些办法', chosen: ['handle'], up: '回到万家街道' });
  });

  it('has a face for nothing counted yet, and for a lost network', () => {
    for (const [code, face] of [
      ['NOT_FOUND', 'empty'],
      ['OFFLINE', 'offline'],
    ] as const) {
      const state = { kept: { ...kept<TacticAnswer>(undefined), problem: problem(code) }, above: '' };
      expect(viewTactic({ ...state, editing: undefined }).face).toBe(face);
    }
  });
});

const door = (id: string, changes: Partial<HardDoor> = {}): HardDoor => ({
  id,
  plate: { compound: '苹果花园', line: '3-2-501' },
  gridId: 'g1',
  state: 'missing',
  attempts: 0,
  refusals: 0,
  hasTask: false,
  workers: [0],
  ...changes,
});
const ANSWER: HardDoorsAnswer = {
  doors: [
    door('u-1', { attempts: 2, refusals: 1, triedOn: '2026-03-08', state: 'refused' }),
    door('u-2', { hasTask: true }),
    door('u-3', { workers: [1] }),
    door('u-4', { workers: [] }),
    door('u-5'),
  ],
  workers: [
    { seatId: 's1', role: 'GW', label: '金果01网格' },
    { seatId: 's2', role: 'GW', label: '金果02网格' },
  ],
  asOf: 0,
};
const hard = (changes: Partial<HardDoorsState> = {}): HardDoorsState => ({
  kept: kept(ANSWER),
  rowsShown: 20,
  worker: 0,
  chosen: new Set(['u-1', 'u-2', 'u-5']),
  ...changes,
});

describe('the doors that are hardest to reach', () => {
  it('say what was recorded there, and why one cannot be chosen', () => {
    const { rows, give, canGive } = viewHardDoors(hard());

    expect(rows.map(({ facts }) => facts)[0]).toBe(
      '上次没答应登记，去过 2 次没结果，说过不登记 1 次，上次 3月8日',
    );
    expect(rows.map(({ hindrance }) => hindrance)).toEqual([
      '',
      '已经有人去',
      '不归这位，换一位再选',
      '这个网格还没有网格员',
      '',
    ]);
    expect(rows.map(({ isChosen }) => isChosen)).toEqual([true, false, false, false, true]);
    expect([give, canGive]).toEqual(['把 2 户交出去', true]);
  });

  it('begin with the worker who can be sent to most of them', () => {
    expect(firstWorker(ANSWER)).toBe(0);
    expect(firstWorker({ ...ANSWER, workers: [] })).toBe(-1);
    expect(choosable(hard({ worker: 1 })).map(({ id }) => id)).toEqual(['u-3']);
  });

  it('are chosen and let go all at once', () => {
    expect(viewHardDoors(hard()).all).toBe('都不选');
    expect(viewHardDoors(hard({ chosen: new Set() })).all).toBe('全选 2 户');
    expect(viewHardDoors(hard({ chosen: new Set() }))).toMatchObject({ give: '先选几户', canGive: false });
  });

  it('come a page at a time, and end with a kind word', () => {
    expect(viewHardDoors(hard({ rowsShown: 2 }))).toMatchObject({ more: '再看 3 户' });
    expect(viewHardDoors(hard({ kept: kept({ ...ANSWER, doors: [] }) }))).toMatchObject({
      face: 'empty',
      sentence: '没有难敲开的了',
    });
  });
});
