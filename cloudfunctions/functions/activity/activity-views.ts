/** An activity as anybody sees it, and the caller's own place in it. */
import { figuresOf, standingOf } from '@domain/activity/places';
import type { ListedActivity, OwnStanding, SignedUp } from '@domain/contract/activity';
import type { ActivityDocument, ActivityQueueDocument, SignupDocument } from '../../repositories/documents';

const SEEN: readonly string[] = ['published', 'cancelled', 'over'];

/** Everybody may read its words: one that was called off is still read by whoever knew of it. */
export function isSeen({ title, state }: Pick<ActivityDocument, 'title' | 'state'>): boolean {
  return title !== '' && SEEN.includes(state);
}

const NOBODY = { arrivals: [], gone: [] } as const;

export function viewActivity(
  activity: ActivityDocument,
  queue: ActivityQueueDocument | undefined,
): ListedActivity {
  const { _id, title, place, startAt, endAt, closesAt, capacity } = activity;
  return {
    id: _id,
    title,
    place,
    startAt,
    endAt,
    closesAt,
    capacity,
    ...figuresOf(queue ?? { capacity, ...NOBODY }),
  };
}

export function viewStanding(queue: ActivityQueueDocument, signup: SignupDocument): OwnStanding {
  const { version, offerUntil, inAt, outAt, minutes, stars } = signup;
  return {
    version,
    ...standingOf(queue, signup),
    offerUntil,
    inAt,
    outAt,
    ...(minutes === undefined ? {} : { minutes }),
    stars,
  };
}

/** What became of an activity that somebody signed up for; of one that was taken down no word is shown any more. */
export function viewSignedUp(
  activity: ActivityDocument,
  queue: ActivityQueueDocument,
  signup: SignupDocument,
): SignedUp {
  const { _id: id, title, place, startAt, endAt, state } = activity;
  const words = isSeen(activity) ? { title, place } : { title: '', place: '' };
  return { id, ...words, startAt, endAt, state, own: viewStanding(queue, signup) };
}
