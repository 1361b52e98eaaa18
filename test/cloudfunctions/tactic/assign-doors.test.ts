import type {
  MessageDocument,
  TaskDocument,
  WallDocument,
  WallSlot,
} from '../../../cloudfunctions/repositories/documents';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  type Door,
  type TestStreet,
} from '../fixture/street';

const DUE = '2026-03-13';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(async () => {
  await street.reset();
  await street.runTimer('rollUp');
});
afterAll(() => street.close());

const doors = (): Door[] => ['501', '502'].map((room) => street.door(`苹果花园 3-2-${room}`));
const hard = async (person = 'community S', areaId = street.area('苹果花园')) =>
  dataOf(await street.as(person).tactic.listHardDoors({ areaId }));

/** What visits have left at some doors, as their own procedure writes it. */
async function visited(changes: ReadonlyMap<string, Partial<WallSlot>>): Promise<void> {
  const walls = await street.all<WallDocument>('walls');
  const next = walls.map((wall) => {
    const slots = Object.entries(wall.slots).map(([slot, stored]) => [
      slot,
      { ...stored, ...changes.get(`${wall._id}-${slot}`) },
    ]);
    return { ...wall, slots: Object.fromEntries(slots) as WallDocument['slots'], version: wall.version + 1 };
  });
  await street.replaceAll('walls', next);
  await street.replaceAll('yields', []);
  await street.runTimer('rollUp');
}

async function seatOf(person: string): Promise<string> {
  return dataOf(await street.as(person).session.whoami({})).seats[0]?.id ?? '';
}

async function give(
  person: string,
  changes: Partial<{ doorIds: string[]; seatId: string; dueOn: string }> = {},
  options: { opId?: string; again?: boolean } = {},
) {
  const doorIds = doors().map(({ id }) => id);
  const input = { doorIds, seatId: await seatOf('worker W1'), dueOn: DUE, ...changes };
  return street.as(person).tactic.assignDoors(input, options);
}

describe('the hardest doors', () => {
  it('are not there outside the own community, and refused to those who choose no ways', async () => {
    const call = (person: string, name: string) => () =>
      street.as(person).tactic.listHardDoors({ areaId: street.area(name) });

    await expectStandstill(street, call('community S', '樱花社区'), refused('NOT_FOUND'));
    for (const person of ['outsider X', 'worker W1', 'head H3', 'auditor Q']) {
      await expectStandstill(street, call(person, '苹果花园'), refused('FORBIDDEN'));
    }
  });

  it('are ranked by what visits have left there, and say who can be sent', async () => {
    const [first, second] = doors();
    await visited(
      new Map([
        [first?.id ?? '', { attempts: 1, triedOn: '2026-03-09' }],
        [
          second?.id ?? '',
          { attempts: 3, refusals: 1, triedOn: '2026-03-08', state: 'inaccessible' as const },
        ],
      ]),
    );
    const { doors: ranked, workers } = await hard();

    expect(ranked.slice(0, 2)).toMatchObject([
      { id: second?.id, attempts: 3, refusals: 1, triedOn: '2026-03-08', state: 'inaccessible' },
      { id: first?.id, attempts: 1, triedOn: '2026-03-09', hasTask: false },
    ]);
    expect(workers.map(({ role }) => role)).toEqual(workers.map(() => 'GW'));
    expect(ranked[0]?.workers.map((at) => workers[at]?.label)).toEqual(
      workers.filter(({ role }) => role === 'GW').map(({ label }) => label),
    );
  });

  it('name no person, no phone and no household', async () => {
    const text = JSON.stringify(await hard());

    expect(text).not.toMatch(/name|phone|members|user/i);
  });
});

describe('give doors to a worker', () => {
  it('is refused for a door that is not there, or of another community, and nothing is written', async () => {
    for (const doorId of [`${doors()[0]?.unitId ?? ''}-999`, street.door('樱花苑 2-1-302').id]) {
      await expectStandstill(street, () => give('community S', { doorIds: [doorId] }), refused('NOT_FOUND'));
    }
  });

  it('is refused to everybody but community and street', async () => {
    for (const person of [
      'outsider X',
      'head H3',
      'worker W1',
      'volunteer V1',
      'auditor Q',
      'secretary SEC',
    ]) {
      await expectStandstill(street, () => give(person), refused('FORBIDDEN'));
    }
  });

  it('is refused for a worker of another grid, a seat that is none, a day that is over, and no doors', async () => {
    const elsewhere = await seatOf('community S2');
    for (const changes of [
      { seatId: elsewhere },
      { seatId: 'nothing' },
      { doorIds: [...doors().map(({ id }) => id), street.door('和家园 1-1-101').id] },
      { dueOn: '2026-03-09' },
      { dueOn: '2026-02-31' },
      { doorIds: [] },
    ]) {
      await expectStandstill(street, () => give('community S', changes), refused('VALIDATION'));
    }
  });

  it('opens one task a door and tells the worker once, by counts and day', async () => {
    expect(await give('community S')).toEqual(accepted({ opened: 2, leftOut: 0 }));

    const tasks = await street.all<TaskDocument>('tasks', { kind: 'hardDoor', state: 'open' });
    expect(tasks.map(({ doorId }) => doorId).sort()).toEqual(
      doors()
        .map(({ id }) => id)
        .sort(),
    );
    for (const task of tasks) {
      expect(task).toMatchObject({ assigneeId: street.userId('worker W1'), dueOn: DUE, version: 1 });
    }
    const messages = await street.all<MessageDocument>('messages');
    expect(messages.map(({ userId, kind, values }) => [userId, kind, values])).toEqual([
      [
        street.userId('worker W1'),
        'taskGiven',
        { place: '苹果花园', note: '2 户还没见到人，3月13日前去一趟' },
      ],
    ]);
    expect((await hard()).doors.filter(({ hasTask }) => hasTask)).toHaveLength(2);
  });

  it('leaves out doors that have answered meanwhile, or have such a task', async () => {
    const [first, second] = doors();
    await handIn(street, first as Door);
    dataOf(await give('community S', { doorIds: [second?.id ?? ''] }));
    const third = street.door('苹果花园 3-2-402');

    const doorIds = [first, second, third].map((door) => door?.id ?? '');
    expect(await give('community S', { doorIds })).toEqual(accepted({ opened: 1, leftOut: 2 }));
    const call = () => give('community S', { doorIds });
    await expectStandstill(street, call, accepted({ opened: 0, leftOut: 3 }));
  });

  it('fifty at once, and again with the same operation id: fifty tasks, one event, one message', async () => {
    const all = (await hard()).doors.slice(0, 50);
    const worker = await hard().then(({ workers }) => workers.findIndex(({ role }) => role === 'GW'));
    const mine = all.filter(({ workers }) => workers.includes(worker));
    const { workers } = await hard();
    const opId = newOpId();
    const changes = { doorIds: mine.map(({ id }) => id), seatId: workers[worker]?.seatId ?? '' };
    const first = dataOf(await give('community S', changes, { opId }));
    expect(first).toEqual({ opened: mine.length, leftOut: 0 });
    const cost = await street.meter();

    expect(await give('community S', changes, { opId, again: true })).toEqual(repeated(first));

    expect(mine.length).toBeGreaterThan(20);
    expect(cost.reads + cost.writes).toBeLessThanOrEqual(12);
    expect(await street.count('tasks', { kind: 'hardDoor' })).toBe(mine.length);
    expect(await street.count('messages')).toBe(1);
    expect(await street.count('events', { compoundId: street.area('苹果花园') })).toBe(1);
  });

  it('of two committees at once gives each door once', async () => {
    const seatId = await seatOf('worker W2');
    const replies = await Promise.all([give('community S'), give('community S2', { seatId })]);

    const opened = replies.map((reply) => dataOf(reply).opened);
    expect(opened.reduce((sum, count) => sum + count, 0)).toBe(2);
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'hardDoor', state: 'open' });
    for (const person of ['worker W1', 'worker W2']) {
      const own = tasks.filter(({ assigneeId }) => assigneeId === street.userId(person));
      expect(opened).toContain(own.length);
    }
  });

  it('ends by itself once something has come from the door, and can be given again', async () => {
    const [first] = doors();
    dataOf(await give('community S'));
    const { _id } = await handIn(street, first as Door);
    await street.runTimer('rollUp');
    const states = async () =>
      (await street.all<TaskDocument>('tasks', { doorId: first?.id })).map(({ state, version }) => [
        state,
        version,
      ]);
    expect(await states()).toEqual([['void', 2]]);

    const decision = { formId: _id, version: 1, verdict: 'reject' as const, reason: '不是这一户' };
    dataOf(await street.as('worker W1').census.decideForm(decision));
    expect(await give('community S')).toEqual(accepted({ opened: 1, leftOut: 1 }));

    expect(await states()).toEqual([['open', 3]]);
  });
});
