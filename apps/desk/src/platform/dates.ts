const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const fields = (instant: string | number): Record<string, string> =>
  Object.fromEntries(parts.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));

/** `11-20 09:12` in Chongqing, whatever the clerk's computer is set to. */
export function momentText(instant: string): string {
  const f = fields(instant);
  return `${f.month}-${f.day} ${f.hour}:${f.minute}`;
}

/** `2026-11-20 09:12`, for prints and watermarks. */
export function fullMomentText(instant: string | number): string {
  const f = fields(instant);
  return `${f.year}-${f.month}-${f.day} ${f.hour}:${f.minute}`;
}

/** `11-20` of an instant. */
export const dayOfInstant = (instant: string): string => momentText(instant).slice(0, 5);

/** `1月5日` of a calendar day, with the year when it is another one than `today`'s. */
export function dayText(day: string, today?: string): string {
  const [year, month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return today && year !== today.slice(0, 4) ? `${year}年${short}` : short;
}

/** `2026年1月5日`, whatever year it is now. */
export const wholeDayText = (day: string): string => `${day.slice(0, 4)}年${dayText(day)}`;

/** `2026年12月` of `2026-12`. */
export function monthText(month = ''): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** Calendar day in Chongqing of an instant (milliseconds or RFC 3339). */
export function civilDayOf(instant: string | number): string {
  return fullMomentText(instant).slice(0, 10);
}

/** `12月3日 周四`. */
export function todayText(now: number): string {
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'short' }).format(new Date(now));
  return `${dayText(civilDayOf(now))} ${weekday}`;
}
