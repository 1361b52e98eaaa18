/** An activity as residents see it, while it is written. */
import { activityLines } from '../../../../messages/activity-parts';
import { NOTHING_SEEN, type Seen } from '../../services/seen';
import { inputOf, type ActivityForm, type DeskActivity } from './activity-form';

type Seeable = Pick<
  DeskActivity,
  'title' | 'place' | 'body' | 'startAt' | 'endAt' | 'closesAt' | 'left' | 'waiting'
>;

export function seenActivity(activity: Seeable, team = ''): Seen {
  const { title, body } = activity;
  const lines = activityLines({ ...activity, team });
  const parts = lines.map(({ value, ...line }) => ({ ...line, lines: [value] }));
  return { ...NOTHING_SEEN, title, parts, body };
}

/** Everybody finds a place in what is not out yet. */
export function seenForm(form: ActivityForm, team: string): Seen {
  const { title, place, body, startAt, endAt, closesAt, capacity } = inputOf(form);
  const left = Number.isNaN(capacity) ? 0 : capacity;
  return seenActivity({ title, place, body, startAt, endAt, closesAt, left, waiting: 0 }, team);
}
