import type { CivilDate } from './units.ts';

/** Year, month (1–12) and day of a civil date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** True for a real day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || !isShaped(value)) return false;
  const { year, month, day } = partsOf(value as CivilDate);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isShaped(text: string): boolean {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at++) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  return true;
}

/** Reads a civil date. Throws `RangeError` on anything that is not a real day: that is a caller's bug, not a person's situation. */
export function civilDate(value: string): CivilDate {
  if (!isCivilDate(value)) throw new RangeError('not a civil date (YYYY-MM-DD)');
  return value;
}

export function partsOf(date: CivilDate): DateParts {
  return { year: yearIn(date), month: twoDigits(date, 5), day: twoDigits(date, 8) };
}

export function civilDateOf(parts: DateParts): CivilDate {
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}` as CivilDate;
}

/** Negative, zero or positive as `a` is before, on or after `b`. Plain text comparison is the order of days. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whole years completed on `on` (周岁). A birthday on 29 February completes on 1 March of a common year. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const years = yearIn(on) - yearIn(birth);
  return dayInYear(on) < dayInYear(birth) ? years - 1 : years;
}

/** The same day `months` later (or earlier); the month's last day where that day does not exist. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return civilDateOf({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) });
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: CivilDate): number {
  // Day 0 of the count below is 1970-01-01, a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (the era algorithm: 400 years are 146,097 days). */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return civilDateOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** 1231 is the last: for comparing within a year. */
function dayInYear(date: CivilDate): number {
  return 100 * twoDigits(date, 5) + twoDigits(date, 8);
}

function yearIn(date: string): number {
  return 100 * twoDigits(date, 0) + twoDigits(date, 2);
}

/** Written out and not a loop: ages are asked for dozens of times in an assessment. */
function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - 48) + text.charCodeAt(at + 1) - 48;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
