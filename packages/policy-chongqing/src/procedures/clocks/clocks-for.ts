import type { CivilDate, DivisionCode } from '@assist/policy';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { type Clock, runClock } from './clock.ts';
import { CLOCK_RULES } from './clock-rules.ts';
import { type ConfirmedBy, confirmedBy } from './confirmation.ts';
import type { Extension } from './extension.ts';

export interface ClocksQuestion {
  /** Day (Asia/Shanghai) the application was sent. */
  readonly sentOn: CivilDate;
  /** Day the township accepted it; the documents' own clocks run from then. */
  readonly acceptedOn?: CivilDate;
  /** District of the township that handles it, 6 digits. */
  readonly district: DivisionCode;
  /** `subsistence` also for the marginal family. */
  readonly benefit?: 'subsistence' | 'rigid-expenditure' | 'destitute';
  readonly extension?: Extension;
  /** Where the district has handed confirmation down by a paper not held here. */
  readonly confirmedBy?: ConfirmedBy;
}

export interface ApplicationClocks {
  /** Our own promise: no document sets a time from sending to acceptance. */
  readonly firstReplyBy: Clock;
  readonly surveyStartBy?: Clock;
  /** Destitute support: its regulation sets the parts and no whole. */
  readonly opinionBy?: Clock;
  readonly decisionBy?: Clock;
}

/** The clocks of an application: what is promised from sending, and what the clauses set from acceptance. */
export function clocksFor(question: ClocksQuestion, calendar: WorkingCalendar): ApplicationClocks {
  const firstReplyBy = runClock(CLOCK_RULES.firstReply, question.sentOn, calendar);
  if (!question.acceptedOn) return { firstReplyBy };
  if (question.benefit === 'destitute')
    return { firstReplyBy, opinionBy: runClock(CLOCK_RULES.destituteOpinion, question.acceptedOn, calendar) };
  return {
    firstReplyBy,
    surveyStartBy: runClock(CLOCK_RULES.surveyStart, question.acceptedOn, calendar),
    decisionBy: decisionClock(question, question.acceptedOn, calendar),
  };
}

function decisionClock(question: ClocksQuestion, acceptedOn: CivilDate, calendar: WorkingCalendar): Clock {
  const { extension, benefit = 'subsistence', district } = question;
  if (benefit === 'rigid-expenditure')
    return runClock(extension ? CLOCK_RULES.rigidExtended : CLOCK_RULES.rigidDecision, acceptedOn, calendar);
  if (extension) return runClock(CLOCK_RULES.decisionExtended, acceptedOn, calendar);
  const by = question.confirmedBy ?? confirmedBy(district, acceptedOn)?.value ?? 'district';
  return runClock(by === 'township' ? CLOCK_RULES.decisionByTownship : CLOCK_RULES.decision, acceptedOn, calendar);
}
