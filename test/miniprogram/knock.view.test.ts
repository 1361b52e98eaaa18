import type { ConflictView } from '@domain/contract/visit';
import { brokenEntry, type OutboxEntry } from '../../miniprogram/services/outbox-entry';
import { nextOf, nextTimes, nextWords, valueOf } from '../../miniprogram/packages/worker/next-times';
import {
  knockFor,
  viewKnock,
  type KnockState,
} from '../../miniprogram/packages/worker/pages/door/knock.view';
import { viewOutbox, type OutboxState } from '../../miniprogram/packages/worker/pages/outbox/outbox.view';
import {
  openConflicts,
  viewQuestions,
} from '../../miniprogram/packages/worker/pages/questions/questions.view';
import { viewPack } from '../../miniprogram/packages/worker/pages/today/pack.view';
import {
  doorsWaiting,
  withRecords,
  type DoorFacts,
} from '../../miniprogram/packages/worker/services/door-records';
import { entryOf, problemOf } from './samples';

const TUESDAY = '2026-03-10';
const DOOR = 'unit-3';
const FACTS: DoorFacts = {
  state: 'missing',
  lastSeq: 0,
  waiting: 0,
  attempts: 0,
  signs: [],
  answered: false,
  next: undefined,
};
const STATE: KnockState = {
  facts: FACTS,
  entry: undefined,
  isSettled: true,
  today: TUESDAY,
  hour: 10,
  signs: undefined,
  canCorrect: false,
  problem: '',
};

/** A knock that lies on the phone. */
function knocked(record: object, change: Partial<OutboxEntry> = {}): OutboxEntry {
  const input = { kind: 'visit', pack: 'ticket', record: { doorId: DOOR, ...record } };
  const common = {
    name: 'visit',
    procedure: 'syncBatch',
    isBatched: true,
    group: `door:${DOOR}`,
    what: '无人',
  };
  return entryOf({ ...common, input, ...change });
}

describe('when to come again', () => {
  it('offers tonight, tomorrow and the weekend in words that need no calendar', () => {
    const words = nextTimes(TUESDAY, 10).map((next) => nextWords(next, TUESDAY));

    expect(words).toEqual(['今天 19 点', '明天 9 点', '明天 19 点', '周六 9 点']);
    expect(nextTimes(TUESDAY, 18).map(({ on }) => on)).not.toContain(TUESDAY);
    expect(nextTimes('2026-03-13', 19).map((next) => nextWords(next, '2026-03-13'))).toEqual([
      '明天 9 点',
      '明天 19 点',
      '后天 19 点',
    ]);
  });

  it('is the same time after it was shown and touched', () => {
    for (const next of [...nextTimes(TUESDAY, 10), { on: TUESDAY }]) {
      expect(nextOf(valueOf(next))).toEqual(next);
    }
  });
});

describe('the knock at a door', () => {
  it('offers seven results, and one tap means tomorrow evening where nobody opened', () => {
    expect(viewKnock(STATE).tiles.map(({ label }) => label)).toEqual(
      '愿意填 无人 拒访 空置 商用 不存在 需电话'.split(' '),
    );
    expect(knockFor(DOOR, 'nobody', STATE)).toEqual({
      doorId: DOOR,
      result: 'nobody',
      next: { on: '2026-03-11', hour: 19 },
    });
    expect(knockFor(DOOR, 'refused', STATE)).toEqual({ doorId: DOOR, result: 'refused' });
  });

  it('shows what was noted, and what can still be changed of it', () => {
    const entry = knocked({ result: 'nobody', next: { on: '2026-03-11', hour: 19 } });
    const view = viewKnock({ ...STATE, entry, isSettled: false });

    expect(view).toMatchObject({
      noted: '记下了：无人',
      notedDetail: '约好明天 19 点再来',
      timesTitle: '下次什么时候来',
      notedState: '存在手机里，有网自动交',
      time: '2026-03-11 19',
      asksSlip: true,
      canUndo: true,
      tiles: [],
    });
    const gone = viewKnock({ ...STATE, entry: { ...entry, state: 'saved', attempts: 1 } });
    expect(gone).toMatchObject({ notedState: '交上去了', canUndo: false, times: [], asksSlip: false });
    expect(gone.tiles).toHaveLength(7);
    const call = viewKnock({
      ...STATE,
      facts: { ...FACTS, attempts: 1, result: 'callNeeded' },
      entry: knocked({ result: 'callNeeded', next: { on: '2026-03-11' } }),
    });
    expect(call).toMatchObject({
      ...{ notedDetail: '约好明天打电话', timesTitle: '什么时候打电话', asksSlip: false },
    });
  });

  it('says how often somebody came, whatever it came to, and what was agreed on', () => {
    const met = { ...FACTS, attempts: 1, next: { on: '2026-03-11' } } as const;
    const past = (facts: DoorFacts): string => viewKnock({ ...STATE, facts }).past;

    expect(past({ ...met, result: 'nobody' })).toBe('来过 1 次，还没登记，约好明天再来');
    expect(past({ ...met, result: 'callNeeded' })).toBe('来过 1 次，还没登记，约好明天打电话');
    const told = { answer: { state: 'missing', attempts: 1 }, input: undefined, what: '需电话' };
    const taken = knocked({}, { state: 'confirmed', ...told });
    expect(viewKnock({ ...STATE, facts: met, entry: taken }).past).toContain('约好明天再来');
    expect(withRecords(FACTS, [taken], 0).result).toBe('callNeeded');
  });

  it('asks for a sign of an empty home, and for two to be sure', () => {
    const one = viewKnock({ ...STATE, signs: ['noHeating'] });
    const two = viewKnock({ ...STATE, signs: ['noHeating', 'neighbours'] });
    const known = viewKnock({ ...STATE, facts: { ...FACTS, signs: ['neighbours'] }, signs: ['noHeating'] });

    expect(viewKnock({ ...STATE, signs: [] })).toMatchObject({ save: '', tiles: [] });
    expect(one).toMatchObject({ save: '先记成像是空置', signsHint: '再点一条依据，才能定成空置' });
    expect([two.save, known.save]).toEqual(['记成空置', '记成空置']);
  });

  it('says 已登记 and asks nothing more where somebody has answered', () => {
    const facts = { ...FACTS, state: 'filled', answered: true } as const;

    expect(viewKnock({ ...STATE, facts })).toMatchObject({
      answered: '已登记，不用再问',
      tiles: [],
      change: '',
    });
    expect(viewKnock({ ...STATE, facts, canCorrect: true }).change).toBe('他家有变动，改一改');
    const own = entryOf({ what: '登记表' });
    expect(viewKnock({ ...STATE, facts, entry: own }).answeredDetail).toBe('您已经填好了，敲下一家吧');
  });

  it('does not send anybody to a form that the route pack does not have', () => {
    const facts = { ...FACTS, state: 'filled', waiting: 1, answered: true } as const;

    expect(viewKnock({ ...STATE, facts, isPacked: true }).answeredDetail).toBe(
      '这份表没网看不到，有网再确认',
    );
  });

  it.each([
    ['a form waits', { state: 'filled', waiting: 1 }],
    ['a receipt was shown', { state: 'pending', waiting: 0 }],
  ] as const)('does not say 已登记 where %s', (_, change) => {
    const view = viewKnock({ ...STATE, facts: { ...FACTS, ...change, answered: true } });

    expect(view).toMatchObject({
      answered: '有人交了表，等着确认',
      isDone: false,
      tiles: [],
      isEmpty: false,
    });
  });

  it('says nothing that stands above on the page', () => {
    const facts = { ...FACTS, state: 'pending', waiting: 1, answered: true } as const;

    expect(viewKnock({ ...STATE, facts, isSaidAbove: true })).toMatchObject({ answered: '', isEmpty: true });
    expect(viewKnock({ ...STATE, facts, isSaidAbove: true, problem: '没记上' }).isEmpty).toBe(false);
    const done = { ...FACTS, state: 'filled', lastSeq: 1, answered: true } as const;
    expect(viewKnock({ ...STATE, facts: done, isSaidAbove: true }).isEmpty).toBe(true);
  });

  it('leaves a door to the community after three knocks in vain', () => {
    const view = viewKnock({ ...STATE, facts: { ...FACTS, attempts: 3 } });

    expect(view.past).toBe('来过三次了，交给社区决定');
    expect(view.tiles.map(({ value }) => value)).not.toContain('nobody');
  });
});

const correctionOf = (members: readonly object[]) => ({
  input: { kind: 'correction', record: { changes: { members } } },
});

describe('a door with what this phone noted', () => {
  it('is as it will be when everything is handed in', () => {
    const signs = ['noHeating', 'neighbours'];
    expect(withRecords(FACTS, [knocked({ result: 'refused' })], 0).state).toBe('refused');
    expect(withRecords(FACTS, [knocked({ result: 'vacant', signs })], 0).state).toBe('vacant');
    expect(
      withRecords(FACTS, [knocked({ result: 'nobody' }), knocked({ result: 'nobody' })], 0),
    ).toMatchObject({
      attempts: 2,
      state: 'missing',
    });
  });

  it('is filled once a form was taken down here, and no less than it was after a correction', () => {
    const filing = knocked({}, { input: { kind: 'filing' } });
    const correction = knocked({}, correctionOf([]));
    const verified = { ...FACTS, state: 'verified' } as const;

    expect(withRecords(FACTS, [filing], 0)).toMatchObject({ state: 'filled', answered: true });
    expect(withRecords(verified, [correction], 0)).toMatchObject({ state: 'verified', answered: true });
    const empty = { ...FACTS, state: 'vacant', answered: true } as const;
    expect(withRecords(empty, [knocked({}, correctionOf([{}]))], 0).state).toBe('filled');
  });

  it('follows the cloud once it has answered, and forgets what stands in a newer pack', () => {
    const answer = {
      opId: 'o',
      outcome: 'applied',
      knock: { visit: 'superseded', state: 'pending', attempts: 0 },
    };
    const saved = knocked({ result: 'nobody' }, { state: 'saved', answer, madeAt: 1000 });

    expect(withRecords(FACTS, [saved], 0)).toMatchObject({ state: 'pending', answered: true });
    expect(withRecords(FACTS, [saved], 2000)).toEqual(FACTS);
    expect(withRecords(FACTS, [knocked({ result: 'refused' }, { state: 'parked' })], 0)).toEqual(FACTS);
  });

  it('is marked on the wall as long as something of it lies here', () => {
    const here = [
      knocked({}),
      knocked({}, { group: 'door:unit-4', state: 'confirmed' }),
      entryOf({ group: 'unit:u' }),
    ];

    expect([...doorsWaiting(here)]).toEqual([DOOR]);
  });
});

describe('what waits to be handed in', () => {
  const ROOM = { usedKb: 1300, limitKb: 10_240, level: 'ample' } as const;
  const at = (change: Partial<OutboxState>): OutboxState => ({
    entries: [],
    room: ROOM,
    today: '1970-01-01',
    openKey: '',
    rowsShown: 12,
    isOffline: false,
    ...change,
  });

  it('is nothing, and says how many doors it was today', () => {
    const done = knocked({}, { state: 'confirmed' });

    expect(viewOutbox(at({}))).toMatchObject({ face: 'empty', sentence: '都交上去了' });
    expect(viewOutbox(at({ entries: [done] })).title).toBe('都交上去了，今天 1 户');
  });

  it('shows what needs the person first, with its reason and its own ways out', () => {
    const parked = knocked(
      {},
      { opId: 'p', clientSeq: 2, state: 'parked', problem: problemOf('WRONG_STATE') },
    );
    const broken = entryOf({ opId: 'b', clientSeq: 0, state: 'broken' });
    const view = viewOutbox(at({ entries: [knocked({}), parked, broken], openKey: 'p' }));

    expect(view.title).toBe('3 条还在手机里，2 条要您看一下');
    expect(view.rows.map(({ key }) => key)).toEqual(['b', 'p', 'a'.repeat(26)]);
    expect(view.rows[0]).toMatchObject({ label: '打不开的一条', canExport: true, canSend: false });
    expect(view.rows[1]).toMatchObject({
      isOpen: true,
      canSend: true,
      canMend: '回这一户重新记',
      canExport: true,
    });
    expect(view.rows[2]).toMatchObject({ state: '排队等着交', canExport: false });
  });

  it('says once, above the rows, why nothing leaves', () => {
    const unanswered = problemOf('DEPENDENCY_UNAVAILABLE');
    const offline = knocked({}, { problem: problemOf('OFFLINE') });
    const view = viewOutbox(at({ entries: [offline, { ...offline, opId: 'b' }] }));

    expect(view.lead).toBe('现在没网，先存在手机里，有网了自动交上去');
    expect(view.rows.map(({ why }) => why)).toEqual(['1月1日 08:00', '1月1日 08:00']);
    const entries = [knocked({}, { problem: unanswered })];
    expect(viewOutbox(at({ entries }))).toMatchObject({ canSendAll: true, rows: [{ canSend: true }] });
    expect(viewOutbox(at({ entries })).lead).toContain('现在都交');
    const away = viewOutbox(at({ entries, isOffline: true }));
    expect(away).toMatchObject({ canSendAll: false, lead: view.lead, rows: [{ canSend: false }] });
    const others = [{ ...offline, state: 'sending' as const }, brokenEntry('c', 0, 'torn')];
    expect(viewOutbox(at({ entries: others, isOffline: true })).lead).toBe('');
  });

  it('shows every step, and leads to what somebody else said differently', () => {
    const answer = { household: { id: 'h1', version: 3, conflicts: 2 } };
    const sent = knocked({}, { state: 'saved', answer });
    const view = viewOutbox(at({ entries: [knocked({}, { state: 'sending' }), sent] }));

    expect(view.rows[0]?.state).toBe('正在交');
    expect(view.sent[0]).toMatchObject({
      state: '收到了，正在核对',
      conflicts: '2 处和别人写的不一样，去选',
    });
    const chosen = [3, 4].map((clientSeq) =>
      entryOf({ procedure: 'decideConflict', label: sent.label, clientSeq, opId: `c${clientSeq}` }),
    );
    const after = viewOutbox(at({ entries: [{ ...sent, clientSeq: 2 }, ...chosen] }));
    expect(after.sent[0]?.conflicts).toBe('');
  });

  it('says how full the phone is, and what goes first', () => {
    expect(viewOutbox(at({}))).toMatchObject({
      meter: '手机里用了 1.3\u00a0MB，最多 10\u00a0MB',
      fill: 13,
      warning: '',
    });
    expect(viewOutbox(at({ room: { ...ROOM, level: 'scarce' } })).warning).toContain('不存照片');
    expect(viewOutbox(at({ room: { ...ROOM, level: 'full' } })).warning).toContain('记录不会丢');
  });
});

describe('the route pack on the morning page', () => {
  it('says what is held, since when, and how large it is', () => {
    const line = { unitId: 'u', buildingId: 'b', seatId: 's', plate: { compound: '', line: '' }, left: 3 };
    const lines = [{ ...line, doors: 12, bytes: 20_480, packedAt: Date.UTC(2026, 2, 10, 0), usableUntil: 1 }];

    expect(viewPack({ lines, entries: [], step: undefined, end: undefined })).toMatchObject({
      held: '1 个单元，12 户',
      detail: '3月10日 08:00 下载的，占 20\u00a0kB',
      action: '重新下载',
    });
    const none = { lines: [], entries: [], step: undefined };
    expect(viewPack({ ...none, end: { ok: false, problem: 'noRoom' } }).notice).toContain('存得太满');
    expect(viewPack({ ...none, step: { done: 1, of: 3 }, end: undefined }).notice).toBe(
      '正在下载，1/3 个单元',
    );
  });

  it('hands nothing in where a download breaks off: it says which button goes on', () => {
    const end = { ok: false, problem: problemOf('DEPENDENCY_UNAVAILABLE') } as const;

    const { notice, action } = viewPack({ lines: [], entries: [], step: undefined, end });

    expect(notice).toBe(`没下载完，下载过的还在。有网时点“${action}”`);
  });
});

describe('two values of one household', () => {
  const side = { answers: {}, members: [], at: Date.UTC(2026, 2, 10, 1) };
  const conflict = {
    id: 'c1',
    field: 'liveCount',
    kept: { ...side, answers: { liveCount: 3 }, source: 'resident', author: 1 },
    other: { ...side, answers: { liveCount: 4 }, source: 'worker', author: 2 },
  } as const;
  const answer = {
    plate: { compound: '苹果花园', line: '3-2-601' },
    conflicts: [conflict, { ...conflict, id: 'c2' }],
  };
  const state = { answer, problem: undefined, answered: new Set<string>(), canUndo: false };

  it('are shown one question at a time, with who said it and when', () => {
    expect(viewQuestions(state)).toMatchObject({
      question: '平时有几口人住',
      left: '还剩 2 条',
      sides: [
        { value: 'kept', label: '3 口', hint: '住户自己填的，3月10日 09:00' },
        { value: 'other', label: '4 口', hint: '网格员填的，3月10日 09:00' },
      ],
    });
  });

  it.each([
    ['oneself and another', [0, 1], '我核实的', '另一位网格员填的'],
    ['another and oneself', [1, 0], '另一位网格员核实的', '我填的'],
    ['two others', [1, 2], '一位网格员核实的', '另一位网格员填的'],
    ['one other, twice', [1, 1], '一位网格员核实的', '同一位网格员填的'],
  ])('of two workers say whose they are: %s', (_, [kept = 0, other = 0], first, second) => {
    const both = {
      ...conflict,
      kept: { ...conflict.kept, source: 'verified', author: kept },
      other: { ...conflict.other, author: other },
    } as const;
    const hints = (conflicts: ConflictView[]): string[] =>
      viewQuestions({ ...state, answer: { ...answer, conflicts } }).sides.map(({ hint }) => hint);

    expect(hints([both])).toEqual([`${first}，3月10日 09:00`, `${second}，3月10日 09:00`]);
    const named = { ...both.other, author: 3, name: '钱*多' };
    expect(hints([{ ...both, other: named }])[1]).toBe('网格员 钱*多 填的，3月10日 09:00');
  });

  it('are asked no more once answered, and the page ends', () => {
    expect(openConflicts({ ...state, answered: new Set(['c1']) }).map(({ id }) => id)).toEqual(['c2']);
    expect(viewQuestions({ ...state, answered: new Set(['c1', 'c2']) }).face).toBe('done');
  });
});
