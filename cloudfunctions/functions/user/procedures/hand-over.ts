import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { userContract } from '@domain/contract/user';
import type { ChangeContext } from '../../../kernel/context';
import { placeOfWall } from '../../../records/door-place';
import { wallsOfAssignee } from '../../../repositories/walls';
import { checkComment, checkTaker, countsOf, handOn, tellGiver, tellTaker } from '../handing-on';
import { checkNotOwn, findSeatInReach } from '../reach';

type Input = ProcedureParsed<(typeof userContract)['handOver']>;
type Output = ProcedureOutput<(typeof userContract)['handOver']>;

/** One person's units and open tasks in another's hands: sight of the doors goes along in the same moment. */
export async function handOver(
  context: ChangeContext,
  { seatId, toSeatId, comment }: Input,
): Promise<Output> {
  const giver = await findSeatInReach(context, seatId);
  const taker = await findSeatInReach(context, toSeatId);
  checkNotOwn(context, [giver.userId, taker.userId]);
  if (giver.userId === taker.userId || giver.role !== taker.role) {
    throw new Problem('WRONG_STATE', { sentence: '要交给同样身份的另一位' });
  }
  checkTaker(context, taker, []);
  checkComment(comment);

  const units = (await wallsOfAssignee(context.store, giver.userId)).filter(
    (wall) => taker.communityIds.includes(wall.communityId) && context.reaches(placeOfWall(wall)),
  );
  const moved = await handOn(context, { units, from: giver.userId, to: taker.userId });
  if (moved.units.length + moved.tasks.length === 0) {
    throw new Problem('WRONG_STATE', { sentence: '现在没有要交的楼和事情' });
  }
  tellTaker(context, { userId: taker.userId, comment }, moved);
  tellGiver(context, giver.userId, moved);
  const [communityId] = taker.communityIds;
  context.record({
    objects: [seatId, toSeatId, ...moved.units.map(({ _id }) => _id)],
    subjects: [],
    fields: ['assignee'],
    place: communityId === undefined ? {} : { communityId },
    ...(comment === undefined ? {} : { reason: comment }),
  });
  return countsOf(moved);
}
