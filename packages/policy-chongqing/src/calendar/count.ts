import type { CivilDate, DeclaredAssumption } from '@assist/policy';
import { addDays } from '@assist/policy';
import type { WorkingCalendar } from './working-calendar.ts';

/** The last day of a period. It lasts until the end of that day in Asia/Shanghai. */
export interface Deadline {
  readonly date: CivilDate;
  /** 暂定: it rests on a year whose official table of holidays is not held. */
  readonly provisional: boolean;
}

/** How the documents' "from the day of" is counted; none of them says. */
export const FIRST_DAY_IS_NOT_COUNTED: DeclaredAssumption = {
  id: 'first-day-not-counted',
  title: '“自受理之日起”当天不算，从下一个工作日数起',
  why: '各文件没有写当天算不算；按民法典期间计算的通常做法，对居民和镇街都多给一天。',
  beside: ['YM239-3-1b', 'YM239-3-1c', 'YM239-3-1d'],
};

/**
 * The n-th working day after `from`; `from` itself is not counted. No clock pauses: no document allows it.
 * @param n whole working days, 1 or more. Throws `RangeError` otherwise: that is a caller's bug.
 */
export function addWorkingDays(from: CivilDate, n: number, calendar: WorkingCalendar): Deadline {
  if (!Number.isInteger(n) || n < 1) throw new RangeError('working days must be a whole number from 1');
  let date = from;
  let left = n;
  let provisional = false;
  while (left > 0) {
    date = addDays(date, 1);
    const day = calendar.day(date);
    if (day.provisional) provisional = true;
    if (day.working) left--;
  }
  return { date, provisional };
}

/** Working days after `from` up to and including `to`: 0 on the same day or later. What a resident sees as "day 5 of 30". */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (calendar.day(date).working) count++;
  }
  return count;
}

/** The first instant after a deadline, so that 23:59 of the last day is still inside: midnight in Asia/Shanghai, which has no summer time. */
export function closesAt(deadline: CivilDate): string {
  return `${addDays(deadline, 1)}T00:00:00+08:00`;
}
