import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { taskContract } from '@domain/contract/task';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { openTasksPage } from '../../../repositories/tasks';

type Input = ProcedureParsed<(typeof taskContract)['listTasks']>;
type Output = ProcedureOutput<(typeof taskContract)['listTasks']>;

/** A seat with ground sees what is open on it; any other one what its person has. Doors only, so a list leaves no trace. */
export async function listTasks(context: ReadContext, { cursor }: Input): Promise<Output> {
  const owner = context.territory() ?? { field: 'assigneeId' as const, values: [context.caller.userId] };
  const { rows, next } = await openTasksPage(context.store, owner, cursor);
  return {
    tasks: rows.map(
      ({
        _id,
        version,
        kind,
        plate,
        buildingId,
        unitId,
        doorId,
        subjectId,
        isTaken,
        isCall,
        dueOn,
        hour,
      }) => ({
        id: _id,
        version,
        kind,
        plate,
        buildingId,
        unitId,
        doorId,
        ...(kind === 'conflict' && subjectId !== '' ? { householdId: subjectId } : {}),
        ...(isTaken === undefined ? {} : { isTaken }),
        ...(isCall === undefined ? {} : { isCall }),
        dueOn,
        ...(hour === undefined ? {} : { hour }),
      }),
    ),
    ...nextOf({ next }),
  };
}
