import type { CivilDate } from '@assist/policy';

/** 2026年11月20日 */
export function dayInWords(day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Which wording of a statement somebody read: its day. */
export const wordingOf = (version: string): string => `这一版：${dayInWords(version as CivilDate)}`;

/** 11月20日；另一年的写成 明年1月5日、去年12月3日、2031年1月5日. */
export function dayFrom(today: CivilDate, day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  const away = Number(year) - Number(today.slice(0, 4));
  const before = away === 0 ? '' : away === 1 ? '明年' : away === -1 ? '去年' : `${year}年`;
  return `${before}${month}月${date}日`;
}

const CHINA_MS = 8 * 3600 * 1000;

/** Calendar day in Asia/Shanghai of a moment. There is no summer time, and `Intl` is missing on some phones. */
export const dayOf = (moment: Date): CivilDate => new Date(moment.getTime() + CHINA_MS).toISOString().slice(0, 10) as CivilDate;

/** 09:42 in Asia/Shanghai. */
export const timeOf = (moment: Date): string => new Date(moment.getTime() + CHINA_MS).toISOString().slice(11, 16);

/** 11月20日 09:42 of an RFC 3339 moment. */
export const momentFrom = (today: CivilDate, instant: string): string => {
  const moment = new Date(instant);
  return `${dayFrom(today, dayOf(moment))} ${timeOf(moment)}`;
};
