import { CHANNELS } from '@domain/census/codes';
import { addYieldDays, addYields, countArrivals, YIELD_GROUPS } from '@domain/work/tactic';

const arrival = (channel: (typeof CHANNELS)[number], day: string, isWaiting = false) => ({
  channel,
  day,
  isWaiting,
});

describe('what came in by which way', () => {
  it('is counted by day, newest first, and by the groups a committee speaks of', () => {
    const days = countArrivals([
      arrival('doorCode', '2026-03-09'),
      arrival('lift', '2026-03-09', true),
      arrival('group', '2026-03-10'),
    ]);

    expect(days).toEqual([
      { day: '2026-03-10', counts: { group: { total: 1, waiting: 0 } } },
      { day: '2026-03-09', counts: { code: { total: 2, waiting: 1 } } },
    ]);
  });

  it('has a group for every channel', () => {
    const [day] = countArrivals(CHANNELS.map((channel) => arrival(channel, '2026-03-10')));

    expect(Object.keys(day?.counts ?? {}).sort()).toEqual([...YIELD_GROUPS].sort());
    expect(Object.values(day?.counts ?? {}).reduce((sum, count) => sum + (count?.total ?? 0), 0)).toBe(
      CHANNELS.length,
    );
  });

  it('adds up over places and over days', () => {
    const one = countArrivals([arrival('visit', '2026-03-10'), arrival('visit', '2026-03-09', true)]);
    const other = countArrivals([arrival('visit', '2026-03-10'), arrival('paper', '2026-03-10')]);
    const sum = addYieldDays([one, other]);

    expect(sum.map(({ day }) => day)).toEqual(['2026-03-10', '2026-03-09']);
    expect(addYields(sum.map(({ counts }) => counts))).toEqual({
      visit: { total: 3, waiting: 1 },
      paper: { total: 1, waiting: 0 },
    });
    expect(addYieldDays([])).toEqual([]);
  });
});
