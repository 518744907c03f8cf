import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addMonths, ageOn, civilDate, civilDateOf, daysBetween, daysInMonth, isCivilDate, weekday } from './civil-date.ts';

const d = civilDate;

describe('a civil date', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['2026-11-22T00:00', false],
    ['', false],
  ])('%s is real: %s', (text, real) => expect(isCivilDate(text)).toBe(real));

  it('refuses what is not a day', () => expect(() => civilDate('2023-02-29')).toThrow(RangeError));

  test.each([
    // The birthday itself completes the year; the day before does not.
    ['1956-11-22', '2026-11-21', 69],
    ['1956-11-22', '2026-11-22', 70],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-22', '2026-11-22', 0],
  ])('born %s is on %s aged %i', (birth, on, age) => expect(ageOn(d(birth), d(on))).toBe(age));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => expect(addMonths(d(from), months)).toBe(to));

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s plus %i days is %s', (from, days, to) => expect(addDays(d(from), days)).toBe(to));

  // 2026-11-22 is a Sunday by any calendar on the wall.
  it('knows the day of the week', () =>
    expect([weekday(d('2026-11-22')), weekday(d('2026-11-23')), weekday(d('1970-01-01'))]).toEqual([7, 1, 4]));

  const anyDay = fc
    .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => civilDateOf({ year, month, day: Math.min(day, daysInMonth(year, month)) }));

  it('counts days there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const moved = addDays(day, days);
        expect(daysBetween(day, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(day);
        expect(isCivilDate(moved)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it('never gets younger', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birth, on) => {
        expect(ageOn(birth, addDays(on, 1))).toBeGreaterThanOrEqual(ageOn(birth, on));
      }),
      { seed: 2 },
    );
  });
});
