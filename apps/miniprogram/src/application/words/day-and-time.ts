import type { CivilDate } from '@assist/policy';

// China has one zone and no summer time, so +8 hours is exact; `Intl` is not complete in every WeChat engine.
const EIGHT_HOURS = 8 * 3600 * 1000;
const shifted = (ms: number): string => new Date(ms + EIGHT_HOURS).toISOString();

/** Calendar day in Asia/Shanghai. */
export const dayOf = (ms: number): CivilDate => shifted(ms).slice(0, 10) as CivilDate;

/** `14:32` in Asia/Shanghai. */
export const timeOf = (ms: number): string => shifted(ms).slice(11, 16);

/** RFC 3339 with the offset of Asia/Shanghai. */
export const instantOf = (ms: number): string => `${shifted(ms).slice(0, 19)}+08:00`;

/** `12月20日`; another year than today's is named. */
export function dayText(day: CivilDate, today: CivilDate): string {
  const text = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  const years = Number(day.slice(0, 4)) - Number(today.slice(0, 4));
  if (years === 0) return text;
  return years === 1 ? `明年${text}` : `${day.slice(0, 4)}年${text}`;
}

/** `14:32` for today, else `11月20日 09:42`. */
export function momentText(instant: string, today: CivilDate): string {
  const ms = Date.parse(instant);
  const day = dayOf(ms);
  return day === today ? timeOf(ms) : `${dayText(day, today)} ${timeOf(ms)}`;
}

/** `2026年11月20日 09:42`, for papers. */
export function fullMomentText(instant: string): string {
  const ms = Date.parse(instant);
  const day = dayOf(ms);
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${timeOf(ms)}`;
}
