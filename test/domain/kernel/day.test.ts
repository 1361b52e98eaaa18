import fc from 'fast-check';
import { addDays, daysBetween, startOfDay } from '@domain/kernel/calendar';
import { ageOn, dayOf, isDay, minuteOf, momentWords } from '@domain/kernel/day';

describe('a calendar day', () => {
  it.each([
    ['a minute before midnight in Shanghai', '2025-11-24T15:59:59.999Z', '2025-11-24', '23:59'],
    ['midnight in Shanghai', '2025-11-24T16:00:00Z', '2025-11-25', '00:00'],
    ['the last hours of a year', '2024-12-31T16:00:00Z', '2025-01-01', '00:00'],
    ['an evening', '2025-11-24T11:02:00Z', '2025-11-24', '19:02'],
  ])('is that of Shanghai: %s', (_case, iso, day, minute) => {
    expect([dayOf(Date.parse(iso)), minuteOf(Date.parse(iso))]).toEqual([day, minute]);
  });

  it('is written as neighbours say it', () => {
    expect(momentWords(Date.parse('2025-11-24T11:02:00Z'))).toBe('11月24日 19:02');
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['', false],
  ])('stands in the calendar or not: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  it('steps over the end of a leap month', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('counts back what was stepped, for any day', () => {
    const days = fc.integer({ min: -20_000, max: 40_000 });
    fc.assert(
      fc.property(days, days, (offset, step) => {
        const day = addDays('2000-01-01', offset);

        expect(daysBetween(day, addDays(day, step))).toBe(step);
        expect(dayOf(startOfDay(day))).toBe(day);
      }),
    );
  });

  it.each([
    ['the day before the birthday', '2011-11-25', '2025-11-24', 13],
    ['the birthday', '2011-11-24', '2025-11-24', 14],
    ['born on 29 February, on 28 February', '2008-02-29', '2026-02-28', 17],
    ['born on 29 February, on 1 March', '2008-02-29', '2026-03-01', 18],
    ['not yet born', '2026-01-01', '2025-11-24', undefined],
  ])('gives an age: %s', (_case, bornOn, day, age) => {
    expect(ageOn(bornOn, day)).toBe(age);
  });
});
