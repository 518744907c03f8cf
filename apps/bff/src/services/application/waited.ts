import type { CorrectionView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { type WorkingCalendar, workingDaysBetween } from '@assist/policy-chongqing';

type Asked = Pick<CorrectionView, 'askedAt' | 'answeredAt'>;
const dayOf = (instant: string): CivilDate => instant.slice(0, 10) as CivilDate;
const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/**
 * Working days since a day (of receipt) on which something was asked of the person and not answered yet. It is shown and nothing more: no
 * clock pauses for it, and the day of the application stays. The day of asking is not counted, like the first day of every period; days on which two lists lay open count once.
 * @param asked with instants in Asia/Shanghai, as a resident is shown them
 */
export function waitedDays(since: CivilDate, today: CivilDate, asked: readonly Asked[], calendar: WorkingCalendar): number {
  const spans = asked
    .map(({ askedAt, answeredAt }) => ({ from: later(dayOf(askedAt), since), to: answeredAt ? dayOf(answeredAt) : today }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let counted = since;
  let days = 0;
  for (const { from, to } of spans) {
    const begin = later(from, counted);
    if (begin >= to) continue;
    days += workingDaysBetween(begin, to, calendar);
    counted = to;
  }
  return days;
}
