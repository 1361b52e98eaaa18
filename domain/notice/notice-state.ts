/** The machine of a notice. A new text of one that everybody sees waits beside it: the former one stays until it is released. */
export const NOTICE_STATES = ['review', 'published', 'returned', 'ended', 'hidden'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_EVENTS = ['save', 'release', 'return', 'hide', 'end'] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

type Row = Partial<Record<NoticeEvent, NoticeState>>;

const TRANSITIONS: Readonly<Record<NoticeState | 'none', Row>> = {
  none: { save: 'review' },
  review: { save: 'review', release: 'published', return: 'returned', hide: 'hidden', end: 'ended' },
  returned: { save: 'review', hide: 'hidden', end: 'ended' },
  published: { save: 'published', release: 'published', return: 'published', hide: 'hidden', end: 'ended' },
  ended: {},
  hidden: {},
};

/** The state after an event, `none` before there is a notice; undefined where it is refused. */
export function nextNoticeState(state: NoticeState | 'none', event: NoticeEvent): NoticeState | undefined {
  return TRANSITIONS[state][event];
}
