import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { OpenTask, taskContract } from '@domain/contract/task';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { pick } from '../../../kernel/pick';
import type { TaskDocument } from '../../../repositories/documents';
import { openTasksPage } from '../../../repositories/tasks';

type Input = ProcedureParsed<(typeof taskContract)['listTasks']>;
type Output = ProcedureOutput<(typeof taskContract)['listTasks']>;

const AS_STORED = [
  'version',
  'kind',
  'plate',
  'buildingId',
  'unitId',
  'doorId',
  'isTaken',
  'isCall',
  'dueOn',
  'hour',
] as const;

function viewTask(task: TaskDocument): OpenTask {
  const { _id: id, kind, subjectId } = task;
  const householdId = kind === 'conflict' && subjectId !== '' ? { householdId: subjectId } : {};
  return { id, ...pick(task, AS_STORED), ...householdId };
}

/** A seat with ground sees what is open on it; any other one what its person has. Doors only, so a list leaves no trace. */
export async function listTasks(context: ReadContext, { cursor }: Input): Promise<Output> {
  const owner = context.territory() ?? { field: 'assigneeId' as const, values: [context.caller.userId] };
  const { rows, next } = await openTasksPage(context.store, owner, cursor);
  return { tasks: rows.map(viewTask), ...nextOf({ next }) };
}
