import { addMonths, type CivilDate } from '@assist/policy';

/** The last months, newest first, each as its first day. */
export function lastMonths(today: CivilDate, count = 36): readonly CivilDate[] {
  const first = `${today.slice(0, 7)}-01` as CivilDate;
  return Array.from({ length: count }, (_, i) => addMonths(first, -i));
}

/** 2026年11月 of a day, or of `2026-11`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** 12月, as it stands under a box. */
export const shortMonth = (month: string): string => `${Number(month.split('-')[1])}月`;

/** The month after `2026-11`: `2026-12`. */
export const nextMonth = (month: string): string => addMonths(`${month.slice(0, 7)}-01` as CivilDate, 1).slice(0, 7);
