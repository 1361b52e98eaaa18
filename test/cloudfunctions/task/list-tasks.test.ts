import { taskAt } from '../fixture/tasks';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function platesOf(person: string): Promise<string[]> {
  const { tasks } = dataOf(await street.as(person).task.listTasks({}));
  return tasks.map(({ plate }) => `${plate.compound} ${plate.line}`);
}

describe('list open tasks', () => {
  it('is refused to residents, building heads, clerks and auditors', async () => {
    for (const person of ['outsider X', 'resident A', 'head H3', 'auditor Q']) {
      const call = () => street.as(person).task.listTasks({});
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused a cursor that was not ours', async () => {
    await expectStandstill(
      street,
      () => street.as('worker W1').task.listTasks({ cursor: 'somewhere' }),
      refused('VALIDATION', { field: 'cursor' }),
    );
  });

  it('shows a worker the grid, a volunteer what was given to them, a community its own', async () => {
    await street.replaceAll('tasks', [
      taskAt(street, '苹果花园 3-2-501', { assigneeId: street.userId('volunteer V1') }),
      taskAt(street, '苹果花园 3-2-502', { dueOn: '2026-03-11' }),
      taskAt(street, '龙泉苑 1-1-101', { dueOn: '2026-03-12' }),
    ]);

    expect(await platesOf('worker W1')).toEqual(['苹果花园 3-2-501', '苹果花园 3-2-502']);
    expect(await platesOf('volunteer V1')).toEqual(['苹果花园 3-2-501']);
    expect(await platesOf('community S')).toEqual(['苹果花园 3-2-501', '苹果花园 3-2-502']);
    expect(await platesOf('office ADM')).toHaveLength(3);
  });

  it('shows a volunteer nothing any more once the task is somebody else’s', async () => {
    const given = taskAt(street, '苹果花园 3-2-501', { assigneeId: street.userId('volunteer V1') });
    await street.replaceAll('tasks', [given]);
    expect(await platesOf('volunteer V1')).toHaveLength(1);

    await street.replaceAll('tasks', [{ ...given, assigneeId: street.userId('worker W2') }]);

    expect(await platesOf('volunteer V1')).toEqual([]);
  });

  it('comes by day and within a day as one walks, without what is done', async () => {
    await street.replaceAll('tasks', [
      taskAt(street, '苹果花园 3-2-101', { dueOn: '2026-03-10', routeKey: '00003.002.499.000' }),
      taskAt(street, '苹果花园 3-2-501', { dueOn: '2026-03-10', routeKey: '00003.002.495.000' }),
      taskAt(street, '苹果花园 3-2-601', { dueOn: '2026-03-08', routeKey: '00009.002.494.000' }),
      taskAt(street, '苹果花园 3-2-602', { state: 'done' }),
    ]);

    expect(await platesOf('worker W1')).toEqual(['苹果花园 3-2-601', '苹果花园 3-2-501', '苹果花园 3-2-101']);
  });

  it('puts what was agreed on by its hour before what is done on the way', async () => {
    await street.replaceAll('tasks', [
      taskAt(street, '苹果花园 3-2-101', { routeKey: '00003.002.499.000', isTaken: true }),
      taskAt(street, '苹果花园 3-2-501', { hour: 19, routeKey: '00003.002.495.000' }),
      taskAt(street, '苹果花园 3-2-601', { hour: 9, routeKey: '00009.002.494.000' }),
    ]);
    const { tasks } = dataOf(await street.as('worker W1').task.listTasks({}));

    expect(tasks.map(({ plate, hour, isTaken }) => [plate.line, hour, isTaken])).toEqual([
      ['3-2-601', 9, undefined],
      ['3-2-501', 19, undefined],
      ['3-2-101', undefined, true],
    ]);
  });

  it('pages by twenty in that order', async () => {
    const rooms = ['101', '102', '201', '202', '301', '302', '401', '402', '501', '502'];
    const tasks = rooms.flatMap((room, index) =>
      (['revisit', 'verifyDoor', 'question'] as const).map((kind) =>
        taskAt(street, `苹果花园 3-2-${room}`, { kind, dueOn: `2026-03-${10 + index}` }),
      ),
    );
    await street.replaceAll('tasks', tasks);
    const { listTasks } = street.as('worker W1').task;

    const first = dataOf(await listTasks({}));
    const second = dataOf(await listTasks({ cursor: first.next }));

    const days = [...first.tasks, ...second.tasks].map(({ dueOn }) => dueOn);
    expect([first.tasks.length, second.tasks.length, second.next]).toEqual([20, 10, undefined]);
    expect(days).toEqual([...days].sort());
    expect(new Set([...first.tasks, ...second.tasks].map(({ id }) => id)).size).toBe(30);
  });
});
