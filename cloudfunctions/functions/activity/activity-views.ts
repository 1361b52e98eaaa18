/** An activity as anybody sees it, and the caller's own place in it. */
import { figuresOf, standingOf } from '@domain/activity/places';
import type { ListedActivity, OwnStanding } from '@domain/contract/activity';
import type { ActivityDocument, ActivityQueueDocument, SignupDocument } from '../../repositories/documents';

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
