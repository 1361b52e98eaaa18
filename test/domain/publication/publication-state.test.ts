import {
  nextPublicationState,
  PUBLICATION_STATES,
  type PublicationEvent,
} from '@domain/publication/publication-state';

const EVENTS: readonly PublicationEvent[] = ['save', 'release', 'withdraw'];

describe('the machine of what the office writes', () => {
  it('knows these ways and no other', () => {
    const ways = PUBLICATION_STATES.flatMap((state) =>
      EVENTS.flatMap((event) => {
        const next = nextPublicationState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );

    expect(ways).toEqual([
      'draft save draft',
      'draft release shown',
      'draft withdraw withdrawn',
      'shown save shown',
      'shown release shown',
      'shown withdraw withdrawn',
      'withdrawn save draft',
    ]);
  });
});
