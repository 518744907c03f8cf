import type { CivilDate } from '@assist/policy';
import { weekday } from '@assist/policy';

/** The official arrangement of one year: which weekdays are free and which weekend days are worked. */
export interface YearTable {
  readonly free: readonly CivilDate[];
  readonly worked: readonly CivilDate[];
}

export interface CalendarTables {
  /** Years whose official table was published and is held, by year, e.g. `2026`. */
  readonly official: Readonly<Record<string, YearTable>>;
  /** For other years: the holidays fixed by law, those of the lunar calendar included. Days moved to make long holidays are not known. */
  readonly statutory: Readonly<Record<string, readonly CivilDate[]>>;
}

export interface Day {
  readonly working: boolean;
  /** 暂定: the year's official table is not held, so the answer may change. */
  readonly provisional: boolean;
}

/** China's working days. Comes in as an argument: policy packages hold no clock and no calendar library. */
export interface WorkingCalendar {
  day(date: CivilDate): Day;
}

/** Days of the solar calendar that are free by law in every year (全国年节及纪念日放假办法, since 2025); used where nothing else is known. */
const FREE_EVERY_YEAR = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** A table of January has moved days of the week before it (2018-12-29 was worked for 2019), so that week stays open until it is held. */
const LAST_SETTLED_DAY = '12-24';

/** Makes a calendar of tables; it answers for any day, and says where the answer is provisional. */
export function workingCalendar({ official, statutory }: CalendarTables): WorkingCalendar {
  const free = new Set<string>(Object.values(official).flatMap((table) => table.free));
  const worked = new Set<string>(Object.values(official).flatMap((table) => table.worked));
  const byLaw = new Set<string>(Object.values(statutory).flat());
  const known = new Set(Object.keys(official));
  return {
    day: (date) => {
      const year = date.slice(0, 4);
      const monthDay = date.slice(5);
      const weekend = weekday(date) > 5;
      if (!known.has(year)) return { working: !weekend && !byLaw.has(date) && !FREE_EVERY_YEAR.includes(monthDay), provisional: true };
      const provisional = monthDay > LAST_SETTLED_DAY && !known.has(String(Number(year) + 1));
      return { working: !free.has(date) && (!weekend || worked.has(date)), provisional };
    },
  };
}
