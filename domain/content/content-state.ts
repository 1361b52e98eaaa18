/** The machine of a text that other people may see. An event a state does not list is refused. */
export const CONTENT_STATES = ['checking', 'waiting', 'released', 'returned', 'hidden'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

export const CONTENT_EVENTS = ['submit', 'check', 'release', 'return', 'hide', 'restore'] as const;
export type ContentEvent = (typeof CONTENT_EVENTS)[number];

/** What the machine said: nothing yet, it may pass, a person should look, it is against the rules, nobody answered. */
export const CHECKS = ['due', 'passed', 'doubtful', 'risky', 'unchecked'] as const;
export type Check = (typeof CHECKS)[number];

type Row = Partial<Record<ContentEvent, ContentState>>;

const TRANSITIONS: Readonly<Record<ContentState | 'none', Row>> = {
  none: { submit: 'checking' },
  checking: { submit: 'checking', check: 'waiting', hide: 'hidden' },
  waiting: { submit: 'checking', release: 'released', return: 'returned', hide: 'hidden' },
  released: { submit: 'checking', hide: 'hidden' },
  // Restored where its author has nowhere to change it.
  returned: { submit: 'checking', hide: 'hidden', restore: 'released' },
  // Restored where its subject was kept from the public for the time being, and nobody took the text down.
  hidden: { submit: 'checking', restore: 'released' },
};

/** The state after an event, `none` for a text that nobody has handed in; undefined where it is refused. */
export function nextContentState(
  state: ContentState | 'none',
  event: ContentEvent,
): ContentState | undefined {
  return TRANSITIONS[state][event];
}

export const CONTENT_STATE_WORDS: Readonly<Record<ContentState, string>> = {
  checking: '机器在看',
  waiting: '等人看',
  released: '已发布',
  returned: '请作者改一改',
  hidden: '已撤下',
};

/** The author may release what passed; what did not is for another pair of eyes. */
export function mayRelease(check: Check, isOwn: boolean): boolean {
  return check !== 'due' && (check === 'passed' || !isOwn);
}

const PAUSE_MS = 30 * 60_000;
const TRIES_MAX = 3;

/** When a check that got no answer is asked for again; undefined where a person takes over. */
export function nextCheckAfter(tries: number, now: number): number | undefined {
  return tries >= TRIES_MAX ? undefined : now + PAUSE_MS;
}
