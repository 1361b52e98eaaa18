import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import type { AssignmentDocument } from '../../../repositories/documents';
import { wallsOfAssignee } from '../../../repositories/walls';
import { checkComment, checkTaker, countsOf, handOn, tellTakers, type Moved } from '../handing-on';
import { checkMayGive, checkNotOwn, findSeatInReach } from '../reach';

type Input = ProcedureParsed<(typeof userContract)['suspendSeat']>;
type Output = ProcedureOutput<(typeof userContract)['suspendSeat']>;

async function takerOf(
  context: ChangeContext,
  seat: AssignmentDocument,
  toSeatId: string | undefined,
): Promise<AssignmentDocument | undefined> {
  if (toSeatId === undefined) return undefined;
  const taker = await findSeatInReach(context, toSeatId);
  if (taker.userId === seat.userId || taker.role !== seat.role) {
    throw new Problem('WRONG_STATE', { sentence: '要交给同样身份的另一位' });
  }
  checkTaker(context, taker, seat.communityIds ?? []);
  return taker;
}

/** The seat's phones are forgotten with it: a sign-in that was open is over. */
function stop(context: ChangeContext, { _id, version, userId, label, devices }: AssignmentDocument): void {
  context.write.patch('assignments', _id, {
    state: 'suspended',
    version: version + 1,
    ...(devices === undefined ? {} : { devices: [], deviceBound: false }),
  });
  tell(context, { userId, kind: 'seatSuspended', values: { place: label } });
}

function noteStop(context: ChangeContext, { seatId, toSeatId, reason }: Input, moved: Moved): void {
  context.record({
    objects: [seatId, ...(toSeatId === undefined ? [] : [toSeatId]), ...moved.units.map(({ _id }) => _id)],
    subjects: [],
    fields: ['state', 'assignee'],
    place: {},
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Stops a seat: the next change or reveal in it is refused, and what its holder had goes on to somebody. */
export async function suspendSeat(context: ChangeContext, input: Input): Promise<Output> {
  const seat = await findSeatInReach(context, input.seatId);
  checkMayGive(context, seat.role);
  checkNotOwn(context, [seat.userId]);
  if (seat.state === 'ended') throw new Problem('WRONG_STATE', { state: seat.state });
  const taker = await takerOf(context, seat, input.toSeatId);
  checkComment(input.reason);

  const units = (await wallsOfAssignee(context.store, seat.userId)).filter(({ communityId }) =>
    seat.communityIds.includes(communityId),
  );
  const moved = await handOn(context, { units, from: seat.userId, to: taker?.userId });
  const isStopped = seat.state === 'suspended';
  if (isStopped && moved.units.length + moved.tasks.length === 0) {
    throw new Problem('WRONG_STATE', { state: seat.state });
  }
  if (!isStopped) stop(context, seat);
  await tellTakers(context, { taker }, moved);
  noteStop(context, input, moved);
  return countsOf(moved);
}
