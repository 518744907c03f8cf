import type { ApplicationView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { CLOCK_RULES, type Clock, clocksFor, type WorkingCalendar, workingDaysBetween } from '@assist/policy-chongqing';
import { citations } from '../clause/citations.ts';

type DecisionClock = NonNullable<ApplicationView['clock']>;

/** The clause's clock from acceptance, as it stands today (YM239-3-1b to 1d; MCA57R-8 of the rigid-expenditure family). */
export function decisionClock(
  acceptedOn: CivilDate,
  receivedOn: CivilDate,
  district: DivisionCode,
  today: CivilDate,
  calendar: WorkingCalendar,
  decisionWorkingDays: number | null,
  benefit?: 'rigid-expenditure',
): DecisionClock {
  // Made longer by a step on record, which says the reason; how long it is does not hang on which.
  const longer = decisionWorkingDays === CLOCK_RULES.decisionExtended.period.value;
  const extension = longer ? ({ reason: 'hard-to-investigate' } as const) : undefined;
  const { decisionBy } = clocksFor(
    { sentOn: receivedOn, acceptedOn, district, ...(benefit && { benefit }), ...(extension && { extension }) },
    calendar,
  );
  if (!decisionBy) throw new Error('accepted, and no clock');
  return {
    acceptedOn,
    due: { date: decisionBy.by, provisional: decisionBy.provisional },
    workingDays: decisionBy.period.value,
    used: workingDaysBetween(acceptedOn, today, calendar),
    clauses: citations(decisionBy.clauses),
  };
}

/** The same clock as an application keeps it. */
export const decisionColumns = ({ by, provisional, period }: Clock) => ({
  decisionDue: by,
  decisionProvisional: provisional,
  decisionWorkingDays: period.value,
});

/** Working days left until a day: 0 on it, negative after it. */
export const workingDaysLeft = (today: CivilDate, due: CivilDate, calendar: WorkingCalendar): number =>
  today <= due ? workingDaysBetween(today, due, calendar) : -workingDaysBetween(due, today, calendar);
