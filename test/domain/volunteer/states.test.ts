import { HOURS_EVENTS, HOURS_STATES, minutesWords, nextHoursState } from '@domain/volunteer/service-hours';
import { nextVolunteerState, VOLUNTEER_EVENTS, VOLUNTEER_STATES } from '@domain/volunteer/volunteer-state';
import { HELP_PLACES_MAX, helpPlaces } from '@domain/volunteer/volunteer';
import { publishedCount } from '@domain/kernel/published-count';

describe('the machine of a volunteer', () => {
  it('knows these ways and no other', () => {
    const ways = (['none', ...VOLUNTEER_STATES] as const).flatMap((state) =>
      VOLUNTEER_EVENTS.flatMap((event) => {
        const next = nextVolunteerState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );

    expect(ways).toEqual([
      'none apply applied',
      'applied apply applied',
      'applied approve approved',
      'applied return returned',
      'applied end ended',
      'approved pause paused',
      'approved end ended',
      'paused resume approved',
      'paused end ended',
      'returned apply applied',
      'ended apply applied',
    ]);
  });
});

describe('places where one would help', () => {
  it('are as many as may be named, and one more changes nothing', () => {
    const few = Array.from({ length: HELP_PLACES_MAX }, (_, at) => String(at));
    expect(helpPlaces(few.slice(1), few)).toEqual(few);
    expect(helpPlaces(few, [...few, 'one more'])).toEqual(few);
    expect(helpPlaces(few, few.slice(1))).toEqual(few.slice(1));
  });
});

describe('the machine of hours', () => {
  it('knows these ways and no other', () => {
    const ways = HOURS_STATES.flatMap((state) =>
      HOURS_EVENTS.flatMap((event) => {
        const next = nextHoursState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );

    expect(ways).toEqual([
      'waiting approve granted',
      'waiting refuse refused',
      'waiting cancel void',
      'granted dispute disputed',
      'granted correct waiting',
      'granted cancel void',
      'refused dispute disputed',
      'refused cancel void',
      'disputed approve granted',
      'disputed refuse refused',
      'disputed correct waiting',
      'disputed cancel void',
    ]);
  });

  it.each([
    [0, '0 分钟'],
    [59, '59 分钟'],
    [120, '2 小时'],
    [150, '2 小时 30 分'],
  ])('says %i minutes in words', (minutes, words) => {
    expect(minutesWords(minutes)).toBe(words);
  });
});

describe('a published count', () => {
  it.each([
    [0, '0'],
    [1, '<10'],
    [9, '<10'],
    [10, '10'],
    [12, '10'],
    [13, '15'],
    [998, '1000'],
  ])('of %i reads %s', (count, words) => {
    expect(publishedCount(count)).toBe(words);
  });
});
