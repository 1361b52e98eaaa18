import { COUNTED_MAX, type Desk } from '@domain/work/desks';
import { GIFT_DESKS } from '@domain/gift/gift-state';
import type { Query, Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import { WISH_DESKS } from './wishes';

/** As the lists of the desks find it. Indexes community_ and street_: state_due, state_at, desk_at, stage_sort, desk_at. */
const WAITING: Readonly<Record<Desk, { readonly collection: string; readonly where: Query['where'] }>> = {
  tasks: { collection: 'tasks', where: { state: 'open' } },
  content: { collection: 'contents', where: { state: 'waiting' } },
  wishes: { collection: 'wishes', where: { desk: { in: WISH_DESKS } } },
  ledger: { collection: 'issues', where: { stage: { in: ['review', 'assign'] } } },
  gifts: { collection: 'gifts', where: { desk: { in: GIFT_DESKS } } },
};

/** How much waits on a desk of a territory; no more rows are read than are counted. */
export async function countOnDesk(
  reader: Reader,
  { field, values }: AreaFilter,
  desk: Desk,
): Promise<number> {
  const { collection, where } = WAITING[desk];
  const ground = { [field]: { in: values } };
  const rows = await reader.search(collection, {
    where: { ...ground, ...where },
    limit: COUNTED_MAX + 1,
    fields: ['_id'],
  });
  return rows.length;
}
