import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { standingOf } from '@domain/activity/places';
import type { activityContract } from '@domain/contract/activity';
import { addDays } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findSignup, signupId } from '../../../repositories/activities';
import type { SignupDocument } from '../../../repositories/documents';
import { arrive } from '../arrive';
import { personAtSignup } from '../person-at-signup';

type Input = ProcedureParsed<(typeof activityContract)['signup']>;
type Output = ProcedureOutput<(typeof activityContract)['signup']>;

/** Names go that long after sign-up closed. */
const KEPT_DAYS = 60;

export async function signup(context: ChangeContext, input: Input): Promise<Output> {
  const { activityId } = input;
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const _id = signupId(activityId, userId);
  const former = await findSignup(context.store, activityId, userId);
  if (former?.state === 'active') {
    throw new Problem('WRONG_STATE', { state: 'active', sentence: '您已经报过名了' });
  }
  const person = await personAtSignup(context, input, _id);
  const { queue, key, round } = await arrive(context, {
    activityId,
    signupId: _id,
    round: (former?.round ?? 0) + 1,
  });

  const fresh = { state: 'active', key, hasWaited: false, offerUntil: 0, isAccepted: false } as const;
  const standing = standingOf(queue, fresh);
  const row: SignupDocument = {
    _id,
    version: (former?.version ?? 0) + 1,
    activityId,
    userId,
    round,
    ...fresh,
    hasWaited: standing.phase === 'waiting',
    ...person,
    inAt: 0,
    outAt: 0,
    inBy: '',
    stars: 0,
    at: context.now,
    purgeOn: addDays(dayOf(queue.closesAt), KEPT_DAYS),
  };
  context.write.replace('signups', row);
  context.record({ objects: [activityId], subjects: [], fields: [standing.phase], place: {} });
  return standing;
}
