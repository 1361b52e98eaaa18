import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { standingOf } from '@domain/activity/places';
import type { activityContract } from '@domain/contract/activity';
import { addDays } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { afterClaim, type ChangeContext, type ClaimContext } from '../../../kernel/context';
import type { Reader } from '../../../kernel/store';
import { findSignup, signupId } from '../../../repositories/activities';
import type { SignupDocument } from '../../../repositories/documents';
import { arrive, type Arrival } from '../arrive';
import { personAtSignup } from '../person-at-signup';

type Input = ProcedureParsed<(typeof activityContract)['signup']>;
type Output = ProcedureOutput<(typeof activityContract)['signup']>;

/** Names go that long after sign-up closed. */
const KEPT_DAYS = 60;

type Person = Awaited<ReturnType<typeof personAtSignup>>;

interface Claimed extends Arrival {
  readonly person: Person;
  /** Nobody has signed up here before: the row is made, and whoever makes it twice at once meets its key. */
  readonly isFirst: boolean;
}

/** The earlier sign-up of this person, cancelled or lapsed. Throws WRONG_STATE where it stands. */
async function formerOf(
  store: Reader,
  { activityId, userId }: Pick<SignupDocument, 'activityId' | 'userId'>,
): Promise<SignupDocument | undefined> {
  const former = await findSignup(store, activityId, userId);
  if (former?.state !== 'active') return former;
  throw new Problem('WRONG_STATE', { state: 'active', sentence: '您已经报过名了' });
}

/** The place in the order is taken once everything else is right. */
async function claim(context: ClaimContext, input: Input): Promise<Claimed> {
  const { activityId } = input;
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const id = signupId(activityId, userId);
  const former = await formerOf(context.store, { activityId, userId });
  const person = await personAtSignup(context, input, id);
  const round = (former?.round ?? 0) + 1;
  const arrival = await arrive(context, { activityId, signupId: id, round });
  return { ...arrival, person, isFirst: former === undefined };
}

async function change(
  context: ChangeContext,
  { activityId }: Input,
  { queue, key, round, person, isFirst }: Claimed,
): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const former = isFirst ? undefined : await formerOf(context.store, { activityId, userId });
  const fresh = { state: 'active', key, hasWaited: false, offerUntil: 0, isAccepted: false } as const;
  const standing = standingOf(queue, fresh);
  const row: SignupDocument = {
    _id: signupId(activityId, userId),
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
  if (isFirst) context.write.insert('signups', row);
  else context.write.replace('signups', row);
  context.record({ objects: [activityId], subjects: [], fields: [standing.phase], place: {} });
  return standing;
}

export const signup = afterClaim(claim, change);
