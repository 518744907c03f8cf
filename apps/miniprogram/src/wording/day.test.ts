import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import { dayFrom, dayInWords, dayOf, momentFrom, timeOf } from './day';

const day = (text: string) => text as CivilDate;

test('哪一天，像平常说话', () => {
  const today = day('2026-11-22');
  expect(['2026-12-10', '2027-01-05', '2025-12-03', '2031-01-05'].map((d) => dayFrom(today, day(d)))).toEqual([
    '12月10日',
    '明年1月5日',
    '去年12月3日',
    '2031年1月5日',
  ]);
  expect(dayInWords(day('1955-03-08'))).toBe('1955年3月8日');
});

test('半夜按北京时间算日子', () => {
  expect(dayOf(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
  expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  expect(timeOf(new Date('2026-11-21T16:05:00Z'))).toBe('00:05');
  expect(momentFrom(day('2026-11-22'), '2026-11-20T01:42:00Z')).toBe('11月20日 09:42');
});
