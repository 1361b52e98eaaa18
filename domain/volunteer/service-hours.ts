/** Hours of service: whole minutes, proven by two sides; a row is worth something only while it is granted. */
export const HOURS_SOURCES = ['wish', 'activity', 'manual'] as const;
export type HoursSource = (typeof HOURS_SOURCES)[number];

/**
 * waiting: another person has to agree · granted · refused · disputed: the volunteer says that it is wrong · void: what it came from
 * was called off.
 */
export const HOURS_STATES = ['waiting', 'granted', 'refused', 'disputed', 'void'] as const;
export type HoursState = (typeof HOURS_STATES)[number];

export const HOURS_EVENTS = ['approve', 'refuse', 'dispute', 'correct', 'cancel'] as const;
export type HoursEvent = (typeof HOURS_EVENTS)[number];

type Row = Partial<Record<HoursEvent, HoursState>>;

const TRANSITIONS: Readonly<Record<HoursState, Row>> = {
  waiting: { approve: 'granted', refuse: 'refused', cancel: 'void' },
  granted: { dispute: 'disputed', correct: 'waiting', cancel: 'void' },
  refused: { dispute: 'disputed', cancel: 'void' },
  disputed: { approve: 'granted', refuse: 'refused', correct: 'waiting', cancel: 'void' },
  void: {},
};

/** The state after an event; undefined where it is refused. */
export function nextHoursState(state: HoursState, event: HoursEvent): HoursState | undefined {
  return TRANSITIONS[state][event];
}

/** Why hours were entered by hand: closed, because it is public. */
export const MANUAL_GROUNDS = ['codeFailed', 'noPhone', 'outsideActivity', 'correction'] as const;
export type ManualGround = (typeof MANUAL_GROUNDS)[number];

export const MANUAL_MINUTES_MAX = 720;

/** `2 小时 30 分` */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}
