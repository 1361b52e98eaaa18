/** Moves the line of an activity on, in its order. */
import { offerUntil, presentIn, standingOf } from '@domain/activity/places';
import { settlesAt } from '@domain/activity/attendance';
import { dayWords, dayOf, minuteOf } from '@domain/kernel/day';
import type { SystemContext } from '../../kernel/context';
import { addOnce } from '../../kernel/store';
import { messageFromTimer } from '../../records/messages';
import { findQueue, signupsOf } from '../../repositories/activities';
import type { ActivityDocument, ActivityQueueDocument, SignupDocument } from '../../repositories/documents';

const STRAY_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 5 * 60_000;
const PAGE = '/packages/life/pages/activity-detail/activity-detail';

export function activityLink({ _id }: Pick<ActivityDocument, '_id'>): string {
  return `${PAGE}?id=${_id}`;
}

async function leave(
  context: SystemContext,
  queue: ActivityQueueDocument,
  key: string,
): Promise<ActivityQueueDocument> {
  const change = { gone: addOnce(key) };
  return (
    (await context.store.patchAndRead<ActivityQueueDocument>('activityQueues', queue._id, change)) ?? queue
  );
}

/** Arrivals of which nothing came: seen so twice, five minutes apart, they make room. */
async function dropStrays(
  context: SystemContext,
  queue: ActivityQueueDocument,
  known: ReadonlySet<string>,
): Promise<ActivityQueueDocument> {
  let kept = queue;
  for (const key of presentIn(queue).filter((one) => !known.has(one))) {
    const since = queue.strays[strayName(key)];
    if (since === undefined) {
      const change = { [`strays.${strayName(key)}`]: context.now };
      await context.store.patchWhere('activityQueues', { _id: queue._id }, change);
    } else if (context.now - since >= STRAY_MS) kept = await leave(context, kept, key);
  }
  return kept;
}

/** A dot would be a path. */
function strayName(key: string): string {
  return key.replace('.', '-');
}

/** Whoever cancelled or let an offer pass leaves the order. */
async function dropGone(
  context: SystemContext,
  queue: ActivityQueueDocument,
  signups: readonly SignupDocument[],
): Promise<ActivityQueueDocument> {
  const left = new Set(signups.filter(({ state }) => state !== 'active').map(({ key }) => key));
  let kept = queue;
  for (const key of presentIn(queue)) if (left.has(key)) kept = await leave(context, kept, key);
  return kept;
}

/** An offer that nobody took; false where it was taken in the same moment. */
async function lapse(
  context: SystemContext,
  activity: ActivityDocument,
  { _id }: SignupDocument,
): Promise<boolean> {
  return context.store.transact(async (transaction) => {
    const signup = await transaction.find<SignupDocument>('signups', _id);
    if (signup?.state !== 'active' || signup.isAccepted || signup.offerUntil > context.now) return false;
    await transaction.patch('signups', _id, { version: signup.version + 1, state: 'lapsed' });
    const { title } = activity;
    const told = { userId: signup.userId, kind: 'activityLapsed', values: { place: title } } as const;
    await transaction.replace('messages', messageFromTimer(context, `${_id}.${signup.round}`, told));
    return true;
  });
}

async function offer(
  context: SystemContext,
  activity: ActivityDocument,
  { _id }: SignupDocument,
): Promise<void> {
  const until = offerUntil(context.now, activity.startAt);
  await context.store.transact(async (transaction) => {
    const signup = await transaction.find<SignupDocument>('signups', _id);
    if (signup?.state !== 'active' || signup.offerUntil > 0) return;
    await transaction.patch('signups', _id, { version: signup.version + 1, offerUntil: until });
    const values = { place: activity.title, day: `${dayWords(dayOf(until))} ${minuteOf(until)}` };
    const told = {
      userId: signup.userId,
      kind: 'activityPlace',
      values,
      link: activityLink(activity),
    } as const;
    await transaction.replace('messages', messageFromTimer(context, `${_id}.${signup.round}`, told));
  });
}

function expired(
  queue: ActivityQueueDocument,
  signups: readonly SignupDocument[],
  now: number,
): SignupDocument[] {
  return signups.filter(
    (signup) => standingOf(queue, signup).phase === 'offered' && signup.offerUntil <= now,
  );
}

function toOffer(queue: ActivityQueueDocument, signups: readonly SignupDocument[]): SignupDocument[] {
  const first = new Set(presentIn(queue).slice(0, queue.capacity));
  return signups.filter(
    ({ key, state, hasWaited, isAccepted, offerUntil: until }) =>
      first.has(key) && state === 'active' && hasWaited && !isAccepted && until === 0,
  );
}

export async function movePlaces(context: SystemContext, activity: ActivityDocument): Promise<void> {
  const { _id } = activity;
  const [found, signups] = await Promise.all([findQueue(context.store, _id), signupsOf(context.store, _id)]);
  if (found === undefined) return;
  let queue = await dropGone(context, found, signups);
  queue = await dropStrays(context, queue, new Set(signups.map(({ key }) => key)));
  for (const signup of expired(queue, signups, context.now)) {
    if (await lapse(context, activity, signup)) queue = await leave(context, queue, signup.key);
  }
  for (const signup of toOffer(queue, signups)) await offer(context, activity, signup);
  await context.store.patchWhere(
    'activities',
    { _id, dueAt: activity.dueAt },
    { dueAt: Math.min(context.now + LOOK_AGAIN_MS, settlesAt(activity)) },
  );
}
