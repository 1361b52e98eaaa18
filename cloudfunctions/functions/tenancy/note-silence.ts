/** Every hour: a landlord who has said nothing by the last day leaves the question to the worker. Repeats harmlessly. */
import { addDays } from '@domain/kernel/calendar';
import { nextTenancyState } from '@domain/tenancy/tenancy-state';
import type { SystemContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/store';
import { doorAt } from '../../records/door-place';
import { newTask } from '../../records/tasks';
import { waitsForOf } from '../../records/tenancies';
import { findTenancy, silentTenancies } from '../../repositories/tenancies';
import { findWall } from '../../repositories/walls';

const TASK_DAYS = 3;
const RUN_MS = 40_000;

async function passOn(context: SystemContext, transaction: Transaction, id: string): Promise<void> {
  const reader = { find: transaction.find, search: context.store.search };
  const tenancy = await findTenancy(reader, id);
  if (tenancy?.waitsFor !== 'landlord' || tenancy.dueOn > context.today) return;
  const state = nextTenancyState(tenancy.state, 'silence');
  if (state === undefined) return;
  const door = doorAt(await findWall(reader, tenancy.unitId), tenancy.doorId);
  const dueOn = addDays(context.today, TASK_DAYS);
  const task = newTask({ kind: 'tenancy', door, subjectId: id, dueOn }, { at: context.now, madeBy: '' });
  await transaction.patch('tenancies', id, {
    version: tenancy.version + 1,
    state,
    waitsFor: waitsForOf(state),
  });
  await transaction.replace('tasks', task);
}

export async function noteSilence(context: SystemContext): Promise<void> {
  for (const { _id } of await silentTenancies(context.store, context.today)) {
    if (context.elapsed() > RUN_MS) return;
    await context.store.transact((transaction) => passOn(context, transaction, _id));
  }
}
