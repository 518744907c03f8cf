import type { CivilDate } from '@assist/policy';
import {
  type CaseEvent,
  CLOCK_RULES,
  type Clock,
  type ClockRuleName,
  type EventKind,
  type Procedure,
  runClock,
} from '@assist/policy-chongqing';
import { and, asc, eq } from 'drizzle-orm';
import { procedureEvents, procedureRuns } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { RunRow } from './record.ts';

/** A clock that no office has to keep: the earliest day of the next step, or a time that goes on beside the procedure. */
type Beside = 'earliest-day' | 'minded-elsewhere';

/**
 * Which event each clock waits for. One without an event here would never run, so each is named, and `clocks.test.ts` holds every procedure
 * to it: what its clock waits for is a step of the same procedure.
 */
export const WAITS = {
  firstReply: ['accepted', 'correction-asked'],
  surveyStart: ['check-requested', 'visited'],
  checkStart: ['check-done'],
  // Days that have to pass before the next step: no deadline.
  notice: 'earliest-day',
  destituteNotice: 'earliest-day',
  confirm: ['confirmed', 'refused'],
  refusalLetter: ['letter-delivered'],
  decision: ['confirmed', 'refused'],
  decisionByTownship: ['confirmed', 'refused'],
  decisionExtended: ['confirmed', 'refused'],
  destituteOpinion: ['opinion'],
  // Looked into anew, and another opinion: an answer to who objected is not it.
  destituteAgain: ['opinion'],
  destituteConfirm: ['confirmed', 'refused'],
  destituteRefusalLetter: ['letter-delivered'],
  rigidDecision: ['confirmed', 'refused'],
  rigidExtended: ['confirmed', 'refused'],
  smallFirst: ['small-sum-paid'],
  elsewhereAnswer: ['answered'],
  afterDeath: ['settled'],
  taper: ['concluded'],
  reviewYearly: ['concluded'],
  reviewHalfYearly: ['concluded'],
  reviewMonthly: ['concluded'],
  // Two years of looking after (services/procedure/watched.ts), a year on the board (services/posting), a year of being valid: nobody's deadline.
  watchAfterLeaving: 'minded-elsewhere',
  watchAfterRefusal: 'minded-elsewhere',
  publication: 'minded-elsewhere',
  rigidValid: 'minded-elsewhere',
  // Of no procedure: the day itself is counted where it matters (referrals, cross-checks, change notices).
  referralAnswer: 'minded-elsewhere',
  checkSilent: 'minded-elsewhere',
  toldInTime: 'minded-elsewhere',
  selfCareAgain: 'minded-elsewhere',
} as const satisfies Readonly<Record<ClockRuleName, readonly EventKind[] | Beside>>;

const isOver = (waits: readonly EventKind[] | Beside, later: readonly CaseEvent[]): boolean => {
  if (waits === 'minded-elsewhere') return true;
  const by: readonly EventKind[] = waits === 'earliest-day' ? ['forwarded', 'confirmed'] : waits;
  return later.some((one) => by.includes(one.kind));
};

/** Those that a listed reason makes longer (YM239-3-1d, MCA57R-8). */
const DECISION: readonly ClockRuleName[] = ['decision', 'decisionByTownship', 'rigidDecision'];

/** Clocks that run: set going by an event, and what they wait for is not on record. The nearest first. */
export function running(ctx: Pick<Context, 'calendar'>, procedure: Procedure, record: readonly CaseEvent[]): Clock[] {
  const clocks: Clock[] = [];
  record.forEach((event, place) => {
    const step = procedure.steps.find((one) => one.event === event.kind);
    for (const name of step?.clocks ?? []) {
      const later = record.slice(place + 1);
      const over = isOver(WAITS[name], later);
      const longer = DECISION.includes(name) && later.some((one) => one.kind === 'extended');
      // A longer time counts from the same day as the one it takes the place of.
      const from = event.kind === 'extended' ? (record.find((one) => one.kind === 'accepted')?.on ?? event.on) : event.on;
      if (!over && !longer) clocks.push(runClock(CLOCK_RULES[name], from, ctx.calendar));
    }
  });
  return clocks.sort(nearestFirst);
}

const nearestFirst = (a: Clock, b: Clock): number => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);
/** What follows a death by its conclusion is finished within the same three months: raise, cut and stop are named in the clause. */
const AFTER_DEATH: readonly string[] = ['raise', 'cut', 'stop'];

/**
 * The clocks of a run: its own, and for a raise, cut or stop that a death led to that of the death, from the day of death (YM239-1-3c).
 * The nearest first.
 */
export async function clocksOfRun(
  ctx: Context,
  run: Pick<RunRow, 'procedure' | 'parentId'>,
  procedure: Procedure,
  record: readonly CaseEvent[],
): Promise<Clock[]> {
  const own = running(ctx, procedure, record);
  if (!run.parentId || !AFTER_DEATH.includes(run.procedure) || record.some((one) => procedure.ends.includes(one.kind))) return own;
  const [died] = await ctx.db
    .select({ on: procedureEvents.happenedOn })
    .from(procedureEvents)
    .innerJoin(procedureRuns, eq(procedureRuns.id, procedureEvents.runId))
    .where(and(eq(procedureRuns.id, run.parentId), eq(procedureRuns.procedure, 'after-death')))
    .orderBy(asc(procedureEvents.seq))
    .limit(1);
  return died ? [...own, runClock(CLOCK_RULES.afterDeath, died.on as CivilDate, ctx.calendar)].sort(nearestFirst) : own;
}

/** By when the next step is due: the nearest clock that somebody has to keep, or the end of a notice. */
export const nearest = (clocks: readonly Clock[]): { readonly by: CivilDate; readonly provisional: boolean } | undefined => clocks[0];
