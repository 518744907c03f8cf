import type { CivilDate } from '@assist/policy';
import { addDays, weekday } from '@assist/policy';
import { addWorkingDays } from '@assist/policy-chongqing';
import chineseDays from 'chinese-days';
import { describe, expect, it, test } from 'vitest';
import { chineseCalendar, knownYears } from './index.ts';
import { statutoryHolidays } from './statutory.ts';

const on = (text: string) => text as CivilDate;
const calendar = chineseCalendar();

/** What the calendar package would be once 2027 is published; the dates are invented. */
const next = chineseCalendar({ holidays: { '2026-10-01': '', '2027-01-01': '', '2027-01-04': '' }, workdays: { '2027-01-09': '' } });

describe('公布过的年份', () => {
  it('2026 年已知，2027 年还没有表', () => {
    expect(knownYears()).toContain('2026');
    expect(knownYears()).not.toContain('2027');
  });

  test.each([
    ['元旦补班的周日', '2026-01-04', true],
    ['春节前补班的周六', '2026-02-14', true],
    ['春节假期里的周一', '2026-02-23', false],
    ['劳动节补班的周六', '2026-05-09', true],
    ['国庆第七天', '2026-10-07', false],
    ['国庆后第一天', '2026-10-08', true],
    ['平常的周日', '2026-11-22', false],
  ])('2026 年%s %s', (_title, date, working) => {
    expect(calendar.day(on(date))).toEqual({ working, provisional: false });
  });

  it('法定放假的日子在公布的 2025、2026 年表里都休息', () => {
    for (const year of [2025, 2026])
      for (const date of statutoryHolidays(year)) expect([date, calendar.day(date).working]).toEqual([date, false]);
  });

  it('全年每一天都和公布的表一致', () => {
    for (let date = on('2024-01-01'); date <= on('2026-12-31'); date = addDays(date, 1)) {
      expect([date, calendar.day(date).working]).toEqual([date, chineseDays.isWorkday(date)]);
    }
  });
});

describe('还没有公布的年份', () => {
  it('日历包把 2027 年元旦当工作日，我们不当，并说明是暂定', () => {
    expect(chineseDays.isWorkday('2027-01-01')).toBe(true);
    expect(calendar.day(on('2027-01-01'))).toEqual({ working: false, provisional: true });
  });

  test.each([
    ['除夕', '2027-02-05'],
    ['春节（正月初三，周一）', '2027-02-08'],
    ['清明', '2027-04-05'],
    ['端午', '2027-06-09'],
    ['中秋', '2027-09-15'],
    ['国庆第一天', '2027-10-01'],
  ])('2027 年%s 依法放假', (_title, date) => {
    expect(calendar.day(on(date))).toEqual({ working: false, provisional: true });
  });

  it('没有法定假日的周一至周五照常算，都是暂定', () => {
    const free = new Set<string>(statutoryHolidays(2027));
    for (let date = on('2027-01-01'); date <= on('2027-12-31'); date = addDays(date, 1)) {
      expect([date, calendar.day(date)]).toEqual([date, { working: weekday(date) <= 5 && !free.has(date), provisional: true }]);
    }
  });

  it('表一公布，暂定就没有了', () => {
    expect(knownYears({ holidays: { '2027-01-01': '' }, workdays: {} })).toEqual(['2027']);
    expect(next.day(on('2027-01-04'))).toEqual({ working: false, provisional: false });
    expect(next.day(on('2027-01-09'))).toEqual({ working: true, provisional: false });
    expect(next.day(on('2026-12-31'))).toEqual({ working: true, provisional: false });
  });
});

it('2026-11-22 起 30 个工作日到 2027 年：暂定，元旦不算', () => {
  // 11-23 is day 1; 23 November to 31 December has 29 weekdays, so day 30 is 4 January, the first weekday after New Year.
  expect(addWorkingDays(on('2026-11-22'), 30, calendar)).toEqual({ date: '2027-01-04', provisional: true });
});
