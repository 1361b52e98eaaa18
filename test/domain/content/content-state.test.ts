import {
  CHECKS,
  CONTENT_EVENTS,
  CONTENT_STATES,
  mayRelease,
  nextCheckAfter,
  nextContentState,
} from '@domain/content/content-state';
import { verdictOfWords } from '@domain/content/held-words';

/** From, event, to; everything else is refused. */
const MOVES = `
none submit checking
checking submit checking
checking check waiting
checking hide hidden
waiting submit checking
waiting release released
waiting return returned
waiting hide hidden
released submit checking
released hide hidden
returned submit checking
returned hide hidden
returned restore released
hidden submit checking
hidden restore released`;

describe('the way of a text to other people', () => {
  it('has the moves of the table, and no other', () => {
    const moves = (['none', ...CONTENT_STATES] as const).flatMap((state) =>
      CONTENT_EVENTS.flatMap((event) => {
        const next = nextContentState(state, event);
        return next === undefined ? [] : [`${state} ${event} ${next}`];
      }),
    );
    expect(moves.sort()).toEqual(MOVES.trim().split('\n').sort());
  });

  it('is opened by its author where the machine passed it, by another person otherwise, by nobody before', () => {
    expect(CHECKS.filter((check) => mayRelease(check, true))).toEqual(['passed']);
    expect(CHECKS.filter((check) => mayRelease(check, false))).toEqual(
      CHECKS.filter((check) => check !== 'due'),
    );
  });

  it('is asked about three times, half an hour apart', () => {
    expect([1, 2, 3].map((tries) => nextCheckAfter(tries, 0))).toEqual([1_800_000, 1_800_000, undefined]);
  });

  it('is held by a word, however it is pulled apart', () => {
    expect(verdictOfWords('代 开-发、票')).toBe('risky');
    expect(verdictOfWords('加 微信，转 账')).toBe('doubtful');
    expect(verdictOfWords('周六打扫楼道')).toBe('passed');
  });
});
