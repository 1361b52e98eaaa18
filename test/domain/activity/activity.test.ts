import fc from 'fast-check';
import { ACTIVITY_EVENTS, ACTIVITY_STATES, nextActivityState } from '@domain/activity/activity-state';
import { wordsAsText, wordsOfText } from '@domain/activity/activity-words';
import { mayCheckIn, serviceMinutes } from '@domain/activity/attendance';
import {
  figuresOf,
  offerUntil,
  presentIn,
  rankIn,
  standingOf,
  type SignupFacts,
} from '@domain/activity/places';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the machine of an activity', () => {
  it('knows these ways and no other', () => {
    const ways = ACTIVITY_STATES.flatMap((state) =>
      ACTIVITY_EVENTS.flatMap((event) => {
        const next = nextActivityState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );

    expect(ways).toEqual([
      'checking edit checking',
      'checking release published',
      'checking return returned',
      'checking hide hidden',
      'checking cancel cancelled',
      'returned edit checking',
      'returned cancel cancelled',
      'published edit published',
      'published release published',
      'published return published',
      'published hide hidden',
      'published cancel cancelled',
      'published end over',
      'hidden edit checking',
      'hidden cancel cancelled',
    ]);
  });
});

describe('minutes of service', () => {
  const plan = { startAt: 10 * HOUR, endAt: 12 * HOUR, allowanceMinutes: 30 };
  it.each([
    ['less than planned', 10 * HOUR, 11 * HOUR, 60],
    ['as planned', 10 * HOUR, 12 * HOUR, 120],
    ['within the allowance', 10 * HOUR, 12 * HOUR + 20 * MINUTE, 140],
    ['no more than the allowance', 10 * HOUR, 13 * HOUR, 150],
    ['whole minutes', 10 * HOUR, 10 * HOUR + 90_500, 1],
    ['early and late', 10 * HOUR - 30 * MINUTE, 12 * HOUR + 60 * MINUTE, 150],
  ])('are %s', (_, inAt, outAt, minutes) => {
    expect(serviceMinutes(plan, { inAt, outAt })).toBe(minutes);
  });

  it('J13.E2 without a check-out end with the plan, 0 extra', () => {
    expect(serviceMinutes(plan, { inAt: 10 * HOUR })).toBe(120);
    expect(serviceMinutes(plan, { inAt: 10 * HOUR - 30 * MINUTE })).toBe(120);
    expect(serviceMinutes(plan, { inAt: 11 * HOUR })).toBe(60);
  });

  it('begin half an hour before and not after the end', () => {
    const moments = [plan.startAt - 30 * MINUTE - 1, plan.startAt - 30 * MINUTE, plan.endAt, plan.endAt + 1];
    expect(moments.map((now) => mayCheckIn(plan, now))).toEqual([false, true, true, false]);
  });
});

describe('places', () => {
  const came = (key: string, changes: Partial<SignupFacts> = {}): SignupFacts => ({
    state: 'active',
    key,
    hasWaited: false,
    offerUntil: 0,
    isAccepted: false,
    ...changes,
  });
  const queue = { capacity: 2, arrivals: ['a', 'b', 'c', 'd'], gone: [] as string[] };

  it('are those of the first, and the others wait in order', () => {
    expect(standingOf(queue, came('b'))).toEqual({ phase: 'placed', number: 0 });
    expect(standingOf(queue, came('c', { hasWaited: true }))).toEqual({ phase: 'waiting', number: 1 });
    expect(standingOf(queue, came('d', { hasWaited: true }))).toEqual({ phase: 'waiting', number: 2 });
    expect(figuresOf(queue)).toEqual({ left: 0, waiting: 2 });
  });

  it('that become free are offered to the next, who says yes', () => {
    const freed = { ...queue, gone: ['a'] };
    const next = came('c', { hasWaited: true });
    expect(standingOf(freed, next)).toEqual({ phase: 'waiting', number: 1 });
    expect(standingOf(freed, { ...next, offerUntil: 5 }).phase).toBe('offered');
    expect(standingOf(freed, { ...next, offerUntil: 5, isAccepted: true }).phase).toBe('placed');
    expect(standingOf(freed, came('a', { state: 'cancelled' })).phase).toBe('cancelled');
    expect(standingOf(freed, came('a')).phase).toBe('cancelled');
  });

  it('are never more than there are, and nobody overtakes, whatever comes and goes', () => {
    const story = fc.array(fc.record({ comes: fc.boolean(), who: fc.nat(40) }), { maxLength: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), story, (capacity, steps) => {
        const arrivals: string[] = [];
        const gone: string[] = [];
        for (const { comes, who } of steps) {
          const list = comes ? arrivals : gone;
          if (!list.includes(`p${who}`)) list.push(`p${who}`);
        }
        const line = { capacity, arrivals, gone };
        const placed = arrivals.filter((key) => (rankIn(line, key) ?? capacity) < capacity);
        expect(placed.length).toBeLessThanOrEqual(capacity);
        expect(placed).toEqual(presentIn(line).slice(0, capacity));
        expect(figuresOf(line).left).toBe(capacity - placed.length);
      }),
    );
  });

  it.each([
    ['a day', 0, 100 * HOUR, 24 * HOUR],
    ['two hours before it begins', 0, 10 * HOUR, 8 * HOUR],
    ['half an hour at least', 0, HOUR, HOUR / 2],
    ['what is left until it begins', 0, HOUR / 6, HOUR / 6],
  ])('are held for %s', (_, now, startAt, until) => {
    expect(offerUntil(now, startAt)).toBe(until);
  });
});

describe('the words of an activity', () => {
  it('are one text, and come out of it again', () => {
    const words = { title: '清洁日', place: '南门', body: '第一行\n第二行' };
    expect(wordsOfText(wordsAsText(words))).toEqual(words);
    expect(wordsOfText('')).toEqual({ title: '', place: '', body: '' });
  });
});
