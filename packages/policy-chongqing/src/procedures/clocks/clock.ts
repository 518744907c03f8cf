import type { Certainty, CivilDate } from '@assist/policy';
import { addDays, addMonths, leastCertain } from '@assist/policy';
import { addWorkingDays, type WorkingCalendar } from '../../calendar/index.ts';

/** What sets a clock going. */
export type ClockStart =
  | 'sent'
  | 'accepted'
  | 'check-requested'
  | 'opinion-given'
  | 'objected'
  | 'forwarded'
  | 'decided'
  | 'posted'
  | 'reported'
  | 'died'
  | 'granted'
  | 'reviewed'
  | 'tapered'
  | 'left'
  | 'referred';

export interface Period {
  readonly unit: 'working-days' | 'days' | 'months';
  readonly value: number;
}

/** One period the documents set (or, where `assumption` names it, that we declared because they set none). Nothing pauses a clock. */
export interface ClockRule {
  readonly id: string;
  /** What has to happen by then, in Chinese. */
  readonly title: string;
  readonly starts: ClockStart;
  readonly period: Period;
  /** Empty only where `assumption` is given. */
  readonly clauses: readonly string[];
  readonly certainty: Certainty;
  /** Id of the declared assumption the length rests on. */
  readonly assumption?: string;
}

/** A clock that runs: from a day, until the end of another (Asia/Shanghai). */
export interface Clock {
  readonly rule: string;
  readonly title: string;
  readonly from: CivilDate;
  readonly by: CivilDate;
  readonly period: Period;
  /** 暂定: the official calendar of a year it touches is not held. */
  readonly provisional: boolean;
  readonly clauses: readonly string[];
  readonly certainty: Certainty;
  readonly assumption?: string;
}

/** Runs a clock from a day. Days and months are calendar ones; the first day is never counted. */
export function runClock(rule: ClockRule, from: CivilDate, calendar: WorkingCalendar): Clock {
  const { unit, value } = rule.period;
  const deadline = unit === 'working-days' ? addWorkingDays(from, value, calendar) : { date: step(from, rule.period), provisional: false };
  return {
    rule: rule.id,
    title: rule.title,
    from,
    by: deadline.date,
    period: rule.period,
    provisional: deadline.provisional,
    clauses: rule.clauses,
    certainty: rule.assumption ? leastCertain(rule.certainty, 'assumed') : rule.certainty,
    ...(rule.assumption ? { assumption: rule.assumption } : {}),
  };
}

/** Runs a clock of months or days, which needs no calendar. Throws `RangeError` for one of working days: a caller's bug. */
export function runMonths(rule: ClockRule, from: CivilDate): Clock {
  if (rule.period.unit === 'working-days') throw new RangeError(`${rule.id} counts working days and needs a calendar`);
  return runClock(rule, from, { day: () => ({ working: true, provisional: false }) });
}

function step(from: CivilDate, { unit, value }: Period): CivilDate {
  return unit === 'months' ? addMonths(from, value) : addDays(from, value);
}
