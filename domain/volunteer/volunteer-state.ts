/** The machine of a volunteer. An event a state does not list is refused. */
export const VOLUNTEER_STATES = ['applied', 'approved', 'paused', 'returned', 'ended'] as const;
export type VolunteerState = (typeof VOLUNTEER_STATES)[number];

export const VOLUNTEER_EVENTS = ['apply', 'approve', 'return', 'pause', 'resume', 'end'] as const;
export type VolunteerEvent = (typeof VOLUNTEER_EVENTS)[number];

type Row = Partial<Record<VolunteerEvent, VolunteerState>>;

const TRANSITIONS: Readonly<Record<VolunteerState | 'none', Row>> = {
  none: { apply: 'applied' },
  applied: { apply: 'applied', approve: 'approved', return: 'returned', end: 'ended' },
  returned: { apply: 'applied' },
  approved: { pause: 'paused', end: 'ended' },
  paused: { resume: 'approved', end: 'ended' },
  ended: { apply: 'applied' },
};

/** The state after an event, `none` for somebody who never applied; undefined where it is refused. */
export function nextVolunteerState(
  state: VolunteerState | 'none',
  event: VolunteerEvent,
): VolunteerState | undefined {
  return TRANSITIONS[state][event];
}
