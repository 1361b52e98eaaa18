import { decidedAt, TASK_KINDS } from '@domain/work/task';
import type { TaskDocument } from '../../../cloudfunctions/repositories/documents';
import { taskAt } from '../fixture/tasks';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  newOpId,
  openStreet,
  refused,
  repeated,
  START,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function given(changes: Partial<TaskDocument> = {}, door = '苹果花园 3-2-502'): Promise<TaskDocument> {
  const task = taskAt(street, door, changes);
  await street.replaceAll('tasks', [task]);
  return task;
}

describe('close a task', () => {
  it('is refused for a task that is not there, of another grid, or of somebody else', async () => {
    const { _id } = await given({}, '龙泉苑 1-1-101');
    for (const taskId of ['nothing', _id]) {
      const call = () => street.as('worker W1').task.closeTask({ taskId, version: 1, result: 'met' });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    const own = await given();
    await expectStandstill(
      street,
      () => street.as('volunteer V1').task.closeTask({ taskId: own._id, version: 1, result: 'met' }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to residents, building heads and auditors', async () => {
    const { _id: taskId } = await given();

    for (const person of ['outsider X', 'resident A', 'head H3', 'auditor Q']) {
      const call = () => street.as(person).task.closeTask({ taskId, version: 1, result: 'met' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a result of another kind of task', async () => {
    const { _id: taskId } = await given({ kind: 'revisit' });

    await expectStandstill(
      street,
      () => street.as('worker W1').task.closeTask({ taskId, version: 1, result: 'livedIn' }),
      refused('VALIDATION', { field: 'result' }),
    );
  });

  it.each(TASK_KINDS.filter((kind) => decidedAt(kind) !== undefined))(
    'is refused for %s, which ends with its own decision, and the refusal says where',
    async (kind) => {
      const { _id: taskId } = await given({ kind });

      for (const result of ['settled', 'needless'] as const) {
        await expectStandstill(
          street,
          () => street.as('community S').task.closeTask({ taskId, version: 1, result }),
          refused('WRONG_STATE', { kind, sentence: expect.stringMatching(/^先.*没了$/) as string }),
        );
      }
    },
  );

  it('is refused on a version that has passed, and once it is closed', async () => {
    const { _id: taskId } = await given({ version: 2 });
    const { closeTask } = street.as('worker W1').task;

    await expectStandstill(
      street,
      () => closeTask({ taskId, version: 1, result: 'met' }),
      refused('STALE_VERSION', { version: 2 }),
    );
    dataOf(await closeTask({ taskId, version: 2, result: 'met' }));
    await expectStandstill(
      street,
      () => street.as('worker W2').task.closeTask({ taskId, version: 3, result: 'nobody' }),
      refused('WRONG_STATE', { state: 'done' }),
    );
  });

  it('is done with what was found; the door stays as it was', async () => {
    const { _id: taskId, unitId } = await given({ kind: 'verifyDoor' });
    const wall = await street.stored('walls', unitId);

    const reply = await street.as('worker W1').task.closeTask({ taskId, version: 1, result: 'empty' });

    expect(reply).toEqual(accepted({}));
    expect(await street.stored<TaskDocument>('tasks', taskId)).toMatchObject({
      state: 'done',
      result: 'empty',
      version: 2,
      closedAt: START,
      closedBy: street.userId('worker W1'),
    });
    expect(await street.stored('walls', unitId)).toEqual(wall);
    expect(dataOf(await street.as('worker W1').task.listTasks({})).tasks).toEqual([]);
    const [event] = (await street.events()).filter(({ audit }) => audit.action === 'task.close');
    expect(event?.audit).toMatchObject({ fields: ['state', 'result'] });
  });

  it('is void where there is nothing to do any more, by whoever has it', async () => {
    const { _id: taskId } = await given({ assigneeId: street.userId('volunteer V1') });

    dataOf(await street.as('volunteer V1').task.closeTask({ taskId, version: 1, result: 'needless' }));

    expect(await street.stored('tasks', taskId)).toMatchObject({ state: 'void', result: 'needless' });
  });

  it('is done once: repeated it gives its first answer, and of two workers one is refused', async () => {
    const { _id: taskId } = await given();
    const opId = newOpId();
    const input = { taskId, version: 1, result: 'met' } as const;
    const [first, second] = await Promise.all([
      street.as('worker W1').task.closeTask(input, { opId }),
      street.as('worker W2').task.closeTask({ ...input, result: 'nobody' }),
    ]);

    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    if (first.ok) {
      expect(await street.as('worker W1').task.closeTask(input, { opId, again: true })).toEqual(repeated({}));
    }
    expect(await street.stored('tasks', taskId)).toMatchObject({ version: 2 });
  });
});
