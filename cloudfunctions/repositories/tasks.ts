import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import type { TaskDocument } from './documents';
import { readPage } from './pages';

const NAME = 'tasks';
const OPEN_OF_ONE_MAX = 100;
const OPEN_IN_UNITS_MAX = 1000;

export function findTask(reader: Reader, id: string): Promise<TaskDocument | undefined> {
  return reader.find<TaskDocument>(NAME, id);
}

/** Whose tasks: those of a territory, or those that one person has. */
export type TaskOwner = AreaFilter | { readonly field: 'assigneeId'; readonly values: readonly string[] };

/** One page of open tasks, by day, hour and as one walks. Indexes assignee_state_due, grid_, community_, street_state_due. */
export function openTasksPage(
  reader: Reader,
  { field, values }: TaskOwner,
  cursor: string | undefined,
): Promise<Page<TaskDocument>> {
  return readPage<TaskDocument>(reader, NAME, {
    where: { [field]: { in: values }, state: 'open' },
    sort: 'dueKey',
    direction: 'asc',
    cursor,
  });
}

/** Open tasks of some units, in no order. Index unit_state. */
export function openTasksIn(reader: Reader, unitIds: readonly string[]): Promise<TaskDocument[]> {
  return reader.search<TaskDocument>(NAME, {
    where: { unitId: { in: unitIds }, state: 'open' },
    limit: OPEN_IN_UNITS_MAX,
  });
}

/** Open tasks that one person has. Index assignee_state_due. */
export function openTasksOf(reader: Reader, assigneeId: string): Promise<TaskDocument[]> {
  return reader.search<TaskDocument>(NAME, {
    where: { assigneeId, state: 'open' },
    limit: OPEN_OF_ONE_MAX,
  });
}
