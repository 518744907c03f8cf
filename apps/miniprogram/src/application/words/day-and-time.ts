import type { CivilDate } from '@assist/policy';
import { dayFrom, dayInWords, dayOf as dayOfMoment, timeOf as timeOfMoment } from '../../wording/day.ts';

/** Calendar day in Asia/Shanghai of a moment in milliseconds. */
export const dayOf = (ms: number): CivilDate => dayOfMoment(new Date(ms));

/** RFC 3339 with the offset of Asia/Shanghai. */
export const instantOf = (ms: number): string => `${new Date(ms + 8 * 3600_000).toISOString().slice(0, 19)}+08:00`;

/** `今天 14:32`, else `11月20日 09:42`. */
export function momentText(instant: string, today: CivilDate): string {
  const moment = new Date(instant);
  const day = dayOfMoment(moment);
  return `${day === today ? '今天' : dayFrom(today, day)} ${timeOfMoment(moment)}`;
}

/** `2026年11月20日 09:42`, for papers. */
export function fullMomentText(instant: string): string {
  const moment = new Date(instant);
  return `${dayInWords(dayOfMoment(moment))} ${timeOfMoment(moment)}`;
}
