import type { InboxMessage } from '@domain/contract/inbox';
import type { OpenTask } from '@domain/contract/task';
import { decidedAt, TASK_KINDS } from '@domain/work/task';
import { viewHome } from '../../miniprogram/pages/home/home.view';
import { unseenOf, viewInbox } from '../../miniprogram/packages/home/pages/inbox/inbox.view';
import { viewMy } from '../../miniprogram/pages/my/my.view';
import {
  agreedWords,
  decisionUrl,
  viewTasks,
  wordsOfResult,
} from '../../miniprogram/packages/worker/pages/tasks/tasks.view';
import { viewWaiting, type QueueAnswer } from '../../miniprogram/packages/worker/pages/waiting/waiting.view';
import { lookOf } from '../../miniprogram/services/appearance';
import { CAMPAIGN, problemOf } from './samples';

const AT = Date.UTC(2026, 10, 24, 1);
const message = (changes: Partial<InboxMessage> = {}): InboxMessage => ({
  id: 'message1',
  title: '登记确认好了',
  body: '苹果花园 3-2-502 的登记，网格员已经确认。',
  at: AT,
  isRead: false,
  link: '/packages/home/pages/my/my',
  ...changes,
});

describe('the inbox', () => {
  it('shows a message with its moment, says what is new, and leads on where there is a link', () => {
    const messages = [message(), message({ id: 'message2', isRead: true, link: '' })];
    const { face, rows } = viewInbox({ messages, hasMore: false, problem: undefined });

    expect(face).toBe('content');
    expect(rows[0]).toMatchObject({ moment: '11月24日 09:00', isNew: true, leads: true });
    expect(rows[0]?.spoken).toMatch(/^新消息，登记确认好了，/);
    expect(rows[1]).toMatchObject({ isNew: false, leads: false });
  });

  it('is empty, lost or without network in one sentence', () => {
    const state = { messages: undefined, hasMore: false };

    expect(viewInbox({ messages: [], hasMore: false, problem: undefined })).toMatchObject({
      face: 'empty',
      sentence: '没有消息',
    });
    expect(viewInbox({ ...state, problem: problemOf('OFFLINE') }).face).toBe('offline');
    expect(viewInbox({ ...state, problem: problemOf('INTERNAL') }).face).toBe('problem');
  });

  it('knows from when to when the unread ones are', () => {
    const messages = [message({ at: 5 }), message({ at: 4, isRead: true }), message({ at: 3 })];

    expect(unseenOf(messages)).toEqual({ from: 3, upTo: 5 });
    expect(unseenOf([message({ isRead: true })])).toBeUndefined();
  });

  it.each([
    [0, '', ''],
    [3, '有 3 条新消息', '3 条没看'],
    [100, '有 99 条以上新消息', '99 条以上没看'],
  ])('with %i unread is announced', (unread, atHome, atMy) => {
    const session = { campaign: CAMPAIGN, seats: [], seatId: undefined, unread, asOf: AT };
    const state = { session, isStale: false, drafts: [], entries: [], isLarge: false };

    expect(viewHome(state).messages).toBe(atHome);
    const look = lookOf({ large: false, theme: 'system' }, 1);
    expect(viewMy({ session, entries: [], look }).ways.find(({ page }) => page === 'messages')?.footer).toBe(
      atMy,
    );
  });
});

const task = (changes: Partial<OpenTask> = {}): OpenTask => ({
  id: 'task1',
  version: 1,
  kind: 'revisit',
  plate: { compound: '苹果花园', line: '3-2-502' },
  buildingId: 'building',
  unitId: 'unit',
  doorId: 'unit-3',
  dueOn: '2026-11-24',
  ...changes,
});
const MOMENT = { today: '2026-11-24', note: '', role: 'GW', moving: '', hour: 9 } as const;
const DISPUTES = TASK_KINDS.filter((kind) => decidedAt(kind) !== undefined);
const PLAIN = TASK_KINDS.filter((kind) => decidedAt(kind) === undefined);
const isButton = <Button>(button: Button | null | undefined): button is Button =>
  button !== null && button !== undefined;
const fresh = (tasks: OpenTask[], next?: string) => ({
  data: { tasks, ...(next === undefined ? {} : { next }) },
  at: AT,
  problem: undefined,
});

describe('the page of tasks', () => {
  it.each([
    [undefined, '楼长拿不准，去看看住没住人'],
    [true, '楼长拿不准，这户登记过，去对一对是不是还住这儿'],
  ])('says what there is to do at a doubted door, answered: %s', (isTaken, what) => {
    const [card] = viewTasks(fresh([task({ kind: 'verifyDoor', isTaken })]), MOMENT).cards;
    expect(card).toMatchObject({ what });
    expect(card?.spoken).toContain(what);
  });

  it.each([
    ['2026-11-24', '今天', false],
    ['2026-11-21', '晚了 3 天', true],
    ['2026-12-01', '12月1日前', false],
  ])('says how urgent a task of %s is', (dueOn, due, isOverdue) => {
    const { cards } = viewTasks(fresh([task({ kind: 'question', dueOn })]), MOMENT);

    expect(cards[0]).toMatchObject({ place: '苹果花园 3-2-502', due, isOverdue });
  });

  it.each([
    ['2026-11-24', 19, '今天 19 点'],
    ['2026-12-01', 9, '12月1日 9 点'],
    ['2026-12-01', undefined, '12月1日'],
    ['2026-11-23', 19, '晚了 1 天'],
  ])('says when a visit was agreed on: %s at %s', (dueOn, hour, due) => {
    expect(viewTasks(fresh([task({ dueOn, hour })]), MOMENT).cards[0]).toMatchObject({ due });
  });

  it.each(PLAIN)('offers an end to %s in one tap, each with a name that says where', (kind) => {
    const [card] = viewTasks(fresh([task({ kind })]), MOMENT).cards;

    expect(card?.what).not.toBe('');
    expect(card?.results.length).toBeGreaterThan(0);
    expect(card).toMatchObject({ aside: { key: 'needless', label: '不用去了' }, decide: '', others: '' });
    for (const { key, label, spoken } of [...(card?.results ?? []), card?.aside].filter(isButton)) {
      expect(label).not.toBe('');
      expect(spoken).toContain('苹果花园 3-2-502');
      expect(wordsOfResult(task({ kind }), key)).toBe(label);
    }
  });

  it('asks of a call whether somebody answered, not whether somebody was seen', () => {
    const call = task({ isCall: true });
    const [card] = viewTasks(fresh([call]), MOMENT).cards;

    expect(card).toMatchObject({ what: '约好再打一次电话', aside: { label: '不用打了' } });
    expect(card?.results.map(({ label }) => label)).toEqual(['打通了', '没打通']);
    expect(wordsOfResult(call, 'met')).toBe('打通了');
    expect(wordsOfResult(call, 'needless')).toBe('不用打了');
    expect(agreedWords(call, '明天')).toBe('约好明天打电话');
  });

  it('moves a visit that was agreed on to another hour, and nothing else', () => {
    const agreed = task({ hour: 19 });
    const [card] = viewTasks(fresh([agreed]), MOMENT).cards;
    const [open] = viewTasks(fresh([agreed]), { ...MOMENT, moving: 'task1' }).cards;

    expect(card).toMatchObject({ move: '改时间，苹果花园 3-2-502', times: [] });
    expect(open?.times.map(({ label }) => label)).toEqual([
      '今天 19 点',
      '明天 9 点',
      '明天 19 点',
      '周六 9 点',
    ]);
    expect(open).toMatchObject({ move: '', time: '2026-11-24 19' });
    expect(viewTasks(fresh([task({ kind: 'question' })]), MOMENT).cards[0]?.move).toBe('');
  });

  it.each(DISPUTES)('leads to the decision about %s and ends it with no word', (kind) => {
    const at = (role: 'GW' | 'GV' | 'CA') => viewTasks(fresh([task({ kind })]), { ...MOMENT, role }).cards[0];

    expect(at('CA')).toMatchObject({ results: [], aside: null, decide: '去处理，苹果花园 3-2-502' });
    expect(at('GV')).toMatchObject({ decide: '', others: expect.stringMatching(/^由.*来定$/) as string });
    expect(at('GW')?.decide === '').toBe(kind === 'decideDoor');
  });

  it('knows the page of each decision', () => {
    const page = (kind: OpenTask['kind']) => decisionUrl(task({ kind, householdId: 'home1' }));

    expect(DISPUTES.map(page)).toEqual([
      '/packages/worker/pages/tenancies/tenancies',
      '/packages/worker/pages/questions/questions?household=home1',
      '/packages/worker/pages/duplicates/duplicates',
      '/packages/worker/pages/door/door?door=unit-3&building=building',
      '/packages/worker/pages/verdict/verdict?door=unit-3',
    ]);
  });

  it('is done when nothing is left, and still says what the last tap did', () => {
    expect(viewTasks(fresh([]), MOMENT)).toMatchObject({ face: 'done', sentence: '没有要办的事' });
    expect(viewTasks(fresh([]), { ...MOMENT, note: '记下了' }).detail).toBe('记下了');
  });

  it('keeps the last list without network, and says how old it is', () => {
    const old = { ...fresh([task()]), problem: problemOf('OFFLINE') };

    expect(viewTasks(old, MOMENT)).toMatchObject({ face: 'content', stale: expect.any(String) as string });
    expect(viewTasks({ data: undefined, at: 0, problem: problemOf('OFFLINE') }, MOMENT).face).toBe('offline');
  });

  it('has more where the answer says so', () => {
    expect(viewTasks(fresh([task()], 'cursor'), MOMENT).hasMore).toBe(true);
  });
});

describe('the queue of forms that wait', () => {
  const form: QueueAnswer['forms'][number] = {
    id: 'f1',
    doorId: 'u-1',
    buildingId: 'b',
    plate: { compound: '苹果花园', line: '2-1-301' },
    submittedAt: AT,
    flagged: false,
  };
  const kept = (forms: QueueAnswer['forms'], next?: string) => ({
    data: { forms, next },
    at: AT,
    problem: undefined,
  });
  const marks = (...forms: Partial<typeof form>[]) =>
    viewWaiting(kept(forms.map((change, at) => ({ ...form, id: `f${at}`, ...change })))).rows.map(
      ({ mark }) => mark,
    );

  it('says door and time, and nobody', () => {
    expect(viewWaiting(kept([form], 'c'))).toMatchObject({
      hasMore: true,
      rows: [{ value: '2-1-301', note: '11月24日 09:00', mark: '' }],
    });
    expect(viewWaiting(kept([])).face).toBe('done');
    expect(viewWaiting({ ...kept([]), problem: problemOf('OFFLINE') }).face).toBe('offline');
  });

  it('says what each needs in the words of wall and door', () => {
    expect(marks({ flagged: true }, { doorId: 'u-2', beside: true })).toEqual(['看一眼', '两份比一比']);
    expect(marks({ flagged: true, beside: true, inPerson: true })).toEqual(['要当面确认']);
    expect(marks({}, { beside: true })).toEqual(['两份比一比', '两份比一比']);
  });
});
