import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { taskContract } from '@domain/contract/task';
import { decidedAt, isResultOf } from '@domain/work/task';
import type { ChangeContext } from '../../../kernel/context';
import { pathOf } from '../../../records/door-place';
import { unmarkDoubt } from '../../../records/doubts';
import { answerTask } from '../../../records/tasks';
import { findTask } from '../../../repositories/tasks';

type Input = ProcedureParsed<(typeof taskContract)['closeTask']>;
type Output = ProcedureOutput<(typeof taskContract)['closeTask']>;

export async function closeTask(context: ChangeContext, { taskId, version, result }: Input): Promise<Output> {
  const task = await findTask(context.store, taskId);
  if (task === undefined) throw new Problem('NOT_FOUND');
  context.permit({ ...pathOf(task), assignedTo: task.assigneeId });
  const sentence = decidedAt(task.kind);
  if (sentence !== undefined) throw new Problem('WRONG_STATE', { kind: task.kind, sentence });
  if (!isResultOf(task.kind, result)) throw new Problem('VALIDATION', { field: 'result' });
  if (task.state !== 'open') throw new Problem('WRONG_STATE', { state: task.state });
  if (task.version !== version) throw new Problem('STALE_VERSION', { version: task.version });

  answerTask(context, task, result);
  if (task.kind === 'verifyDoor') await unmarkDoubt(context, task);
  const { buildingId, gridId, compoundId, communityId } = task;
  context.record({
    objects: task.doorId === '' ? [taskId] : [taskId, task.doorId],
    subjects: [],
    fields: ['state', 'result'],
    place: { buildingId, gridId, compoundId, communityId },
  });
  return {};
}
