import {
  isNight,
  nextDaytime,
  reminderHindrance,
  withReminder,
  type ReminderQuestion,
} from '@domain/inbox/reminder-limits';

const CAMPAIGN = '2026-11-01';
const HOUR_MS = 3_600_000;
/** 10:00 in Asia/Shanghai. */
const MORNING = Date.parse('2026-11-24T02:00:00Z');

function ask(question: Partial<ReminderQuestion>): string | undefined {
  return reminderHindrance({
    reminded: undefined,
    isStopped: false,
    campaign: CAMPAIGN,
    now: MORNING,
    ...question,
  });
}

describe('a reminder to a door', () => {
  it('may go out to one that was never reminded', () => {
    expect(ask({})).toBeUndefined();
  });

  it.each([
    ['20:59 is day', '2026-11-24T12:59:00Z', false],
    ['21:00 is night', '2026-11-24T13:00:00Z', true],
    ['midnight is night', '2026-11-24T16:00:00Z', true],
    ['07:59 is night', '2026-11-24T23:59:00Z', true],
    ['08:00 is day', '2026-11-25T00:00:00Z', false],
  ])('%s', (_title, moment, night) => {
    const now = Date.parse(moment);

    expect(isNight(now)).toBe(night);
    expect(ask({ now })).toBe(night ? 'night' : undefined);
  });

  it.each([
    ['a minute after the last one', 60_000, 'tooSoon'],
    ['a millisecond before a day is over', 24 * HOUR_MS - 1, 'tooSoon'],
    ['a day after the last one', 24 * HOUR_MS, undefined],
  ])('%s', (_title, passed, hindrance) => {
    const reminded = { count: 1, campaign: CAMPAIGN, at: MORNING - passed };

    expect(ask({ reminded })).toBe(hindrance);
  });

  it('goes out three times a campaign and no more', () => {
    const at = MORNING - 48 * HOUR_MS;

    expect(ask({ reminded: { count: 2, campaign: CAMPAIGN, at } })).toBeUndefined();
    expect(ask({ reminded: { count: 3, campaign: CAMPAIGN, at } })).toBe('enough');
    expect(ask({ reminded: { count: 3, campaign: '2026-05-01', at } })).toBeUndefined();
  });

  it('never goes out after a refusal, however long ago the last one was', () => {
    expect(ask({ isStopped: true })).toBe('stopped');
  });

  it('leaves a day between two reminders of two campaigns as well', () => {
    expect(ask({ reminded: { count: 1, campaign: '2026-05-01', at: MORNING - HOUR_MS } })).toBe('tooSoon');
  });

  it('is counted for its campaign', () => {
    const first = withReminder({ reminded: undefined, campaign: CAMPAIGN, now: 1 });
    const second = withReminder({ reminded: first, campaign: CAMPAIGN, now: 2 });

    expect(second).toEqual({ count: 2, campaign: CAMPAIGN, at: 2 });
    expect(withReminder({ reminded: second, campaign: '2027-05-01', now: 3 })).toEqual({
      count: 1,
      campaign: '2027-05-01',
      at: 3,
    });
  });
});

describe('the next daytime', () => {
  it.each([
    ['by day is now', '2026-11-24T02:00:00Z', '2026-11-24T02:00:00Z'],
    ['at 21:00 is tomorrow at 08:00', '2026-11-24T13:00:00Z', '2026-11-25T00:00:00Z'],
    ['after midnight is this morning at 08:00', '2026-11-24T17:30:00Z', '2026-11-25T00:00:00Z'],
    ['at 07:59 is in a minute', '2026-11-24T23:59:00Z', '2026-11-25T00:00:00Z'],
    ['on the last evening of a year is in the next', '2026-12-31T14:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s', (_title, now, expected) => {
    expect(nextDaytime(Date.parse(now))).toBe(Date.parse(expected));
  });
});
