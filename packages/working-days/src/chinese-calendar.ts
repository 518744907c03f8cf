import type { CivilDate } from '@assist/policy';
import { type CalendarTables, type WorkingCalendar, workingCalendar, type YearTable } from '@assist/policy-chongqing';
import table from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { statutoryHolidays } from './statutory.ts';

/** How far ahead the holidays fixed by law are worked out; the longest clock is two years. */
const YEARS_AHEAD = 6;

interface Published {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The years whose official table is in the calendar package, oldest first. Any other year is provisional. */
export function knownYears(published: Published = table): readonly string[] {
  return [...new Set(Object.keys(published.holidays).map((date) => date.slice(0, 4)))].sort();
}

/**
 * China's working days from the published tables. The package's own `isWorkday` is not used: it calls 2027-01-01 a working day
 * while that year's table is missing.
 */
export function chineseCalendar(published: Published = table): WorkingCalendar {
  return workingCalendar(calendarTables(published));
}

function calendarTables({ holidays, workdays }: Published): CalendarTables {
  const years = knownYears({ holidays, workdays });
  const last = Number(years.at(-1));
  const ofYear = (days: Readonly<Record<string, string>>, year: string) =>
    Object.keys(days).filter((date) => date.startsWith(year)) as CivilDate[];
  const official: Record<string, YearTable> = {};
  for (const year of years) official[year] = { free: ofYear(holidays, year), worked: ofYear(workdays, year) };
  const statutory: Record<string, readonly CivilDate[]> = {};
  for (let year = last + 1; year <= last + YEARS_AHEAD; year++) statutory[String(year)] = statutoryHolidays(year);
  return { official, statutory };
}
