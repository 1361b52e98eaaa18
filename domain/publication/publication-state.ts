/**
 * The machine of a text that the office writes and everybody may read: a guide, a course. What is shown stays shown while a newer
 * draft waits for its release.
 */
export const PUBLICATION_STATES = ['draft', 'shown', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export type PublicationEvent = 'save' | 'release' | 'withdraw';

type Row = Partial<Record<PublicationEvent, PublicationState>>;

const TRANSITIONS: Readonly<Record<PublicationState, Row>> = {
  draft: { save: 'draft', release: 'shown', withdraw: 'withdrawn' },
  shown: { save: 'shown', release: 'shown', withdraw: 'withdrawn' },
  withdrawn: { save: 'draft' },
};

/** The state after an event; undefined where it is refused. */
export function nextPublicationState(
  state: PublicationState,
  event: PublicationEvent,
): PublicationState | undefined {
  return TRANSITIONS[state][event];
}
