/** The checks that every word about somebody's hours makes, in their order. */
import { allowed, Problem } from '@domain/kernel/problem';
import { nextHoursState, type HoursEvent, type HoursState } from '@domain/volunteer/service-hours';
import type { ChangeContext } from '../../kernel/context';
import type { HoursDocument } from '../../repositories/documents';
import { findHours } from '../../repositories/hours';

interface Seen {
  readonly hoursId: string;
  readonly version: number;
}

/** Throws WRONG_STATE, then STALE_VERSION. */
export function hoursAfter(row: HoursDocument, event: HoursEvent, { version }: Seen): HoursState {
  const state = allowed(nextHoursState(row.state, event), row.state);
  if (row.version !== version) throw new Problem('STALE_VERSION', { version: row.version });
  return state;
}

/** A row within the community's reach. Throws NOT_FOUND. */
export async function hoursInReach(context: ChangeContext, { hoursId }: Seen): Promise<HoursDocument> {
  const row = await findHours(context.store, hoursId);
  if (row === undefined) throw new Problem('NOT_FOUND');
  const { communityId, streetId } = row;
  context.permit({ communityId, streetId });
  return row;
}
