import type { CivilDate } from '@assist/policy';
import { addDays } from '@assist/policy';
import chineseDays from 'chinese-days';

/**
 * The 13 days that are free by law in a year (全国年节及纪念日放假办法 art. 2, in force since 2025-01-01): the fixed ones and those of the
 * lunar calendar. Which other days are moved to make long holidays is decided each autumn and is not among them.
 */
export function statutoryHolidays(year: number): readonly CivilDate[] {
  const newYear = lunar(year, 1, 1);
  return [
    day(year, '01-01'),
    ...[-1, 0, 1, 2].map((offset) => addDays(newYear, offset)),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness') as CivilDate,
    day(year, '05-01'),
    day(year, '05-02'),
    lunar(year, 5, 5),
    lunar(year, 8, 15),
    ...['10-01', '10-02', '10-03'].map((monthDay) => day(year, monthDay)),
  ];
}

function day(year: number, monthDay: string): CivilDate {
  return `${year}-${monthDay}` as CivilDate;
}

function lunar(year: number, month: number, dayOfMonth: number): CivilDate {
  return chineseDays.getSolarDateFromLunar(`${year}-${month}-${dayOfMonth}`).date as CivilDate;
}
