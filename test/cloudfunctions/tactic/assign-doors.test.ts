import type { MessageDocument, TaskDocument } from '../../../cloudfunctions/repositories/documents';
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
  await street.runTimer('rollYields');
});
afterAll(() => street.close());

const doors = (): Door[] => ['501', '502'].map((room) => street.door(`苹果花园 3-2-${room}`));
const hard = async (person = 'community S', areaId = street.area('苹果花园')) =>
  dataOf(await street.as(person).tactic.listHardDoors({ areaId }));

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
    expect(cost.escapedWrites).toBe(0);

    expect(await give('community S', changes, { opId, again: true })).toEqual(repeated(first));

    expect(mine.length).toBeGreaterThan(20);
    expect(cost.reads).toBeLessThanOrEqual(6);
    expect(cost.writes).toBeLessThanOrEqual(mine.length + 3);
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
