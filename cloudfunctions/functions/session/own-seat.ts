import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import { findSeat } from '../../repositories/assignments';
import type { AssignmentDocument } from '../../repositories/documents';

/** The acting seat, read inside the transaction: what it is changed to follows from what it is now. */
export async function ownSeat(context: ChangeContext): Promise<AssignmentDocument> {
  const { caller, store } = context;
  const seat = caller.seat === null ? undefined : await findSeat(store, caller.seat._id);
  if (seat === undefined) throw new Problem('NOT_FOUND');
  context.permit({ about: [seat.userId] });
  return seat;
}
