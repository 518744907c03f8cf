import type { CivilDate } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { addWorkingDays, closesAt, workingCalendar, workingDaysBetween } from './index.ts';

const on = (text: string) => text as CivilDate;

/** National Day 2026 as published: 1 to 7 October free, Sunday 20 September and Saturday 10 October worked. 2027 is not held. */
const calendar = workingCalendar({
  official: {
    '2026': {
      free: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map(on),
      worked: ['2026-09-20', '2026-10-10'].map(on),
    },
  },
  statutory: { '2027': ['2027-01-01', '2027-02-05', '2027-02-08'].map(on) },
});

describe('哪天是工作日', () => {
  test.each([
    ['周一', '2026-09-21', true, false],
    ['周六', '2026-09-26', false, false],
    ['调休上班的周日', '2026-09-20', true, false],
    ['国庆第一天', '2026-10-01', false, false],
    ['调休上班的周六', '2026-10-10', true, false],
    ['年底最后一周，来年的安排还没有', '2026-12-25', true, true],
    ['年底最后一周以前', '2026-12-24', true, false],
    ['没有公布的年份，法定的元旦', '2027-01-01', false, true],
    ['没有公布的年份，平常的周一', '2027-01-04', true, true],
    ['没有公布的年份，周六', '2027-01-02', false, true],
    ['没有公布的年份，农历除夕', '2027-02-05', false, true],
    ['什么表都没有的年份，五一第二天', '2031-05-02', false, true],
    ['什么表都没有的年份，五月六日', '2031-05-06', true, true],
  ])('%s %s', (_title, date, working, provisional) => {
    expect(calendar.day(on(date))).toEqual({ working, provisional });
  });

  it('来年的表有了，年底就不再暂定', () => {
    const both = workingCalendar({ official: { '2026': { free: [], worked: [] }, '2027': { free: [], worked: [] } }, statutory: {} });
    expect(both.day(on('2026-12-31'))).toEqual({ working: true, provisional: false });
  });
});

describe('数工作日', () => {
  test.each([
    ['当天不算：周一起 1 个工作日是周二', '2026-09-21', 1, '2026-09-22', false],
    ['周五起 1 个工作日是下周一', '2026-09-25', 1, '2026-09-28', false],
    ['周六起也从周一数', '2026-09-26', 1, '2026-09-28', false],
    ['跨国庆：9 月 30 日起 1 个工作日是 10 月 8 日', '2026-09-30', 1, '2026-10-08', false],
    ['调休的周六算一天：10 月 8 日起 2 个工作日', '2026-10-08', 2, '2026-10-10', false],
    ['数过年底就是暂定', '2026-12-23', 2, '2026-12-25', true],
    ['停在年底最后一周以前，不是暂定', '2026-12-23', 1, '2026-12-24', false],
    ['跨元旦：法定假日不算', '2026-12-31', 1, '2027-01-04', true],
  ])('%s', (_title, from, days, date, provisional) => {
    expect(addWorkingDays(on(from), days, calendar)).toEqual({ date, provisional });
  });

  test.each([0, -1, 1.5, Number.NaN])('%s 个工作日是调用方的错', (days) => {
    expect(() => addWorkingDays(on('2026-09-21'), days, calendar)).toThrow(RangeError);
  });

  it('第几天和到期日对得上：数回来正好是原来的天数', () => {
    for (let days = 1; days <= 60; days++) {
      const { date } = addWorkingDays(on('2026-09-15'), days, calendar);
      expect(workingDaysBetween(on('2026-09-15'), date, calendar)).toBe(days);
      expect(calendar.day(date).working).toBe(true);
    }
  });

  it('同一天和更早都是 0 天', () => {
    expect(workingDaysBetween(on('2026-09-15'), on('2026-09-15'), calendar)).toBe(0);
    expect(workingDaysBetween(on('2026-09-15'), on('2026-09-01'), calendar)).toBe(0);
  });

  it('最后一天 23:59 还在期限内，北京时间零点才过', () => {
    const closes = Date.parse(closesAt(on('2026-10-10')));
    expect(Date.parse('2026-10-10T23:59:59.999+08:00')).toBeLessThan(closes);
    expect(Date.parse('2026-10-10T16:00:00Z')).toBe(closes);
    expect(closesAt(on('2026-12-31'))).toBe('2027-01-01T00:00:00+08:00');
  });
});
