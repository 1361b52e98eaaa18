import { DOOR_STATES, VISIT_RESULTS, type DoorState, type VisitResult } from '@domain/census/codes';
import {
  DOOR_VERDICTS,
  decideDoor,
  isUndecided,
  verdictsOn,
  isAnswered,
  knockAt,
  nextVisitState,
  usualNext,
  VISIT_STATES,
  type DoorVerdict,
  type KnockedDoor,
  type VisitEvent,
  type VisitState,
} from '@domain/work/visit';

const DAY = '2026-03-10';
const at = (state: DoorState, more: Partial<KnockedDoor> = {}): KnockedDoor => ({
  state,
  lastSeq: 0,
  waiting: 0,
  attempts: 0,
  signs: [],
  ...more,
});
const knock = (door: KnockedDoor, result: VisitResult, more: object = {}) =>
  knockAt(door, { result, signs: [], day: DAY, ...more });

describe('the machine of a visit', () => {
  const TABLE: Record<VisitEvent, Partial<Record<VisitState, VisitState>>> = {
    outcome: { planned: 'done', done: 'done' },
    nextSet: { planned: 'planned', done: 'planned' },
    planWithdrawn: { planned: 'done' },
    answered: { planned: 'superseded', done: 'superseded' },
  };
  const EVENTS = Object.keys(TABLE) as VisitEvent[];

  it.each(EVENTS.flatMap((event) => VISIT_STATES.map((state) => [state, event] as const)))(
    '%s, %s',
    (state, event) => {
      expect(nextVisitState(state, event)).toBe(TABLE[event][state]);
    },
  );
});

describe('a knock', () => {
  /** What moves which state; a result that a state does not list is refused. */
  const MOVES: Record<VisitResult, Partial<Record<DoorState, DoorState>>> = {
    collected: {},
    nobody: Object.fromEntries(DOOR_STATES.map((state) => [state, state])),
    callNeeded: Object.fromEntries(DOOR_STATES.map((state) => [state, state])),
    refused: { missing: 'refused', refused: 'refused' },
    vacant: { missing: 'vacantGuess', vacantGuess: 'vacantGuess', vacant: 'vacant' },
    business: Object.fromEntries(DOOR_STATES.map((state) => [state, state])),
    notExist: Object.fromEntries(DOOR_STATES.map((state) => [state, state])),
  };
  const UNANSWERED = DOOR_STATES.filter((state) => !isAnswered(at(state)));

  it.each(UNANSWERED.flatMap((state) => VISIT_RESULTS.map((result) => [state, result] as const)))(
    'at a door that is %s: %s',
    (state, result) => {
      expect(knock(at(state), result, { signs: ['noComings'] })?.door).toBe(MOVES[result][state]);
    },
  );

  it.each(['pending', 'filled', 'verified'] as const)(
    'at a door that is %s is kept and superseded',
    (state) => {
      for (const result of VISIT_RESULTS) {
        const outcome = knock(at(state), result, { next: { on: DAY } });
        expect(outcome).toMatchObject({ door: state, visit: result === 'collected' ? 'done' : 'superseded' });
        expect(outcome?.next).toBeUndefined();
      }
    },
  );

  it('in vain is tried three times, and then the community decides', () => {
    expect(knock(at('missing'), 'nobody')).toMatchObject({
      visit: 'planned',
      attempts: 1,
      next: { on: '2026-03-11', hour: 19 },
    });
    expect(knock(at('missing', { attempts: 1 }), 'callNeeded')).toMatchObject({ attempts: 2 });
    const third = knock(at('missing', { attempts: 2 }), 'nobody', { next: { on: DAY } });
    expect(third).toEqual({ visit: 'done', door: 'missing', attempts: 3, signs: [], toCommunity: true });
    expect(knock(at('missing', { attempts: 3 }), 'nobody')).toBeUndefined();
    expect(knock(at('missing', { attempts: 3 }), 'refused')?.door).toBe('refused');
  });

  it('finds a home empty by two signs, of one knock or of several', () => {
    expect(knock(at('missing'), 'vacant', { signs: ['noComings', 'buildingHead'] })?.door).toBe('vacant');
    const seen = at('vacantGuess', { signs: ['noComings'] });
    expect(knock(seen, 'vacant', { signs: ['noComings'] })?.door).toBe('vacantGuess');
    expect(knock(seen, 'vacant', { signs: ['noHeating'] })).toMatchObject({
      door: 'vacant',
      signs: ['noComings', 'noHeating'],
    });
  });

  it('that reports a shop or no door at all changes nothing before the community has looked', () => {
    for (const result of ['business', 'notExist'] as const) {
      expect(knock(at('missing'), result)).toMatchObject({ door: 'missing', toCommunity: true });
      expect(knock(at(result), result)).toMatchObject({ door: result, toCommunity: false });
    }
  });

  it('comes again tomorrow evening, or calls tomorrow', () => {
    expect(usualNext('nobody', '2026-02-28')).toEqual({ on: '2026-03-01', hour: 19 });
    expect(usualNext('callNeeded', DAY)).toEqual({ on: '2026-03-11' });
    expect(usualNext('refused', DAY)).toBeUndefined();
  });
});

describe('the community’s word on a door', () => {
  const decided = (verdict: DoorVerdict, attempts: number, result?: VisitResult) =>
    decideDoor({ state: 'missing', attempts, result }, verdict);

  it('needs three knocks in vain or a report of the same', () => {
    expect(DOOR_VERDICTS.map((verdict) => decided(verdict, 2, 'nobody'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(decided('inaccessible', 3, 'nobody')).toBe('inaccessible');
    expect(decided('tryAgain', 3, 'nobody')).toBe('missing');
    expect(decided('tryAgain', 0, 'business')).toBe('missing');
    expect(decided('business', 0, 'business')).toBe('business');
    expect(decided('notExist', 0, 'notExist')).toBe('notExist');
    expect(decided('notExist', 3, 'business')).toBeUndefined();
  });

  it('is asked for no longer than its last knock leaves something to say', () => {
    const open = (attempts: number, result?: VisitResult) => isUndecided({ attempts, result });

    expect([open(3, 'nobody'), open(1, 'business'), open(0, 'notExist')]).toEqual([true, true, true]);
    expect([open(2, 'nobody'), open(0), open(1, 'vacant')]).toEqual([false, false, false]);
  });

  it('offers what may be said, and nothing else', () => {
    const offered = (attempts: number, result: VisitResult) =>
      verdictsOn({ state: 'missing', attempts, result });

    expect(offered(3, 'nobody')).toEqual(['inaccessible', 'tryAgain']);
    expect(offered(3, 'business')).toEqual(['inaccessible', 'business', 'tryAgain']);
    expect(offered(0, 'notExist')).toEqual(['notExist', 'tryAgain']);
    expect(offered(2, 'nobody')).toEqual([]);
  });
});
