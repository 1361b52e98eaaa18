import { ESCORTS, medianOf, mayEscort, sharesProblem, wishMinutes } from '@domain/wish/wish';
import { clockOfAct, clockOfEnd, clockOfMeeting, clockOfReminder } from '@domain/wish/wish-clock';

describe('shares of a team', () => {
  const members = ['l', 'e', 'f'];
  const problem = (...shares: [string, number][]) =>
    sharesProblem(
      shares.map(([userId, yuan]) => ({ userId, yuan })),
      { limitYuan: 300, members },
    );

  it('make up the limit, each within what one person is asked for', () => {
    expect(problem(['l', 100], ['e', 200])).toBeUndefined();
    expect(problem(['l', 100], ['e', 100])).toBe('几份加起来要正好 300 元');
    expect(problem(['l', 201], ['e', 99])).toBe('一个人最多出 200 元');
  });

  it('are of members, one each', () => {
    expect(problem(['x', 150], ['e', 150])).toBe('分摊的人要都在队里，一人一份');
    expect(problem(['e', 150], ['e', 150])).toBe('分摊的人要都在队里，一人一份');
  });
});

describe('minutes of a wish', () => {
  it.each([
    ['as they were said', 60, 1, 60],
    ['four hours of one day', 300, 1, 240],
    ['more of two days', 300, 2, 300],
    ['eight hours of many', 999, 30, 480],
  ])('count %s', (_, said, days, counted) => {
    expect(wishMinutes(said, days)).toBe(counted);
  });
});

describe('somebody who lives alone', () => {
  it('is not visited first by a stranger alone', () => {
    const ways = (isAlone: boolean, isHelped: boolean) =>
      ESCORTS.filter((escort) => mayEscort(escort, { isAlone, isHelped }));
    expect(ways(true, true)).toEqual(['helper', 'staff', 'desk']);
    expect(ways(true, false)).toEqual(['staff', 'desk']);
    expect(ways(false, true)).toEqual(['nobody', 'helper', 'staff', 'desk']);
    expect(ways(false, false)).toEqual(['nobody', 'staff', 'desk']);
  });
});

describe('time', () => {
  it('reminds on the fifth day and lets go on the seventh, counted from the last act', () => {
    expect(clockOfAct('2026-03-10')).toEqual({ step: 'remind', stepOn: '2026-03-15' });
    expect(clockOfReminder('2026-03-10')).toEqual({ step: 'lapse', stepOn: '2026-03-17' });
  });

  it('takes the number after seven days and the rest after thirty', () => {
    // The seventh day is still the winner's: the number goes with the eighth.
    expect(clockOfMeeting('2026-03-10')).toEqual({ step: 'contact', stepOn: '2026-03-18' });
    expect(clockOfEnd('2026-03-10')).toEqual({ step: 'erase', stepOn: '2026-04-09' });
  });
});

describe('the median', () => {
  it.each([
    [[], undefined],
    [[4], 4],
    [[9, 1, 4], 4],
    [[1, 2, 3, 10], 3],
  ])('of %j is %s', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
