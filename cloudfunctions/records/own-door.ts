import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import { householdsOfDoor } from '../repositories/households';
import type { DoorAtWall } from './door-place';

/** Nobody decides what stands behind their own door. Throws FORBIDDEN. */
export async function checkNotOwnDoor(
  { caller, store }: Pick<ChangeContext, 'caller' | 'store'>,
  { doorId, stored }: DoorAtWall,
): Promise<void> {
  if (stored.lastSeq === 0) return;
  const households = await householdsOfDoor(store, doorId);
  if (households.some(({ accounts }) => accounts.includes(caller.userId))) throw new Problem('FORBIDDEN');
}
