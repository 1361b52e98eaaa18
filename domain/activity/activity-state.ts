/** The machine of an activity. An event a state does not list is refused. */
export const ACTIVITY_STATES = ['checking', 'returned', 'published', 'hidden', 'cancelled', 'over'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const ACTIVITY_EVENTS = ['edit', 'release', 'return', 'hide', 'cancel', 'end'] as const;
export type ActivityEvent = (typeof ACTIVITY_EVENTS)[number];

type Row = Partial<Record<ActivityEvent, ActivityState>>;

const TRANSITIONS: Readonly<Record<ActivityState, Row>> = {
  checking: {
    edit: 'checking',
    release: 'published',
    return: 'returned',
    hide: 'hidden',
    cancel: 'cancelled',
  },
  returned: { edit: 'checking', cancel: 'cancelled' },
  // New words of a published activity stand once they are released; until then the old ones do.
  published: {
    edit: 'published',
    release: 'published',
    return: 'published',
    hide: 'hidden',
    cancel: 'cancelled',
    end: 'over',
  },
  hidden: { edit: 'checking', cancel: 'cancelled' },
  cancelled: {},
  over: {},
};

/** The state after an event; undefined where it is refused. */
export function nextActivityState(state: ActivityState, event: ActivityEvent): ActivityState | undefined {
  return TRANSITIONS[state][event];
}
