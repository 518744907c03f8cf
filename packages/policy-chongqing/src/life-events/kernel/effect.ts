import type { Certainty, CivilDate, Fen } from '@assist/policy';
import { addMonths } from '@assist/policy';
import type { Household } from '../../household.ts';
import { CLOCK_RULES, type Clock, type ClockRuleName, clausesIn, runMonths } from '../../procedures/index.ts';
import { type Decided, decide } from './decide.ts';
import type { ChangeAnswers, LifeEvent } from './life-event.ts';
import { OUTCOMES, type OutcomeId } from './outcome.ts';
import { positionOf } from './position.ts';
import { EVENT_REFERRALS, type EventReferral } from './referral.ts';
import { sentenceOf } from './sentence.ts';

export interface ChangeQuestion {
  readonly event: LifeEvent;
  /** The household as it was confirmed. */
  readonly household: Household;
  readonly answers: ChangeAnswers;
  /** What is paid now, a month. */
  readonly award: Fen;
  /** Day of the report. */
  readonly on: CivilDate;
  /** Last day of a taper that already runs. */
  readonly taperUntil?: CivilDate;
}

export interface Effect {
  readonly event: string;
  readonly outcome: OutcomeId;
  /** Where an officer decides: what it may come to. */
  readonly possible?: readonly OutcomeId[];
  readonly amountBefore: Fen;
  /** An estimate; absent where a person decides. */
  readonly amountAfter?: Fen;
  /** The months in which the old amount is paid on, `YYYY-MM`. */
  readonly taperMonths?: readonly string[];
  /** Procedures it opens, each with its own steps; nothing changes without them. */
  readonly procedures: readonly string[];
  readonly clocks: readonly Clock[];
  readonly referrals: readonly { readonly id: EventReferral; readonly title: string; readonly clauses: readonly string[] }[];
  readonly clauses: readonly string[];
  /** Facts to ask for, where the outcome is `ask`. */
  readonly missing: readonly string[];
  readonly certainty: Certainty;
  /** For the resident: what it may mean, and that a person decides. */
  readonly sentence: string;
}

const TAPER_MONTHS = CLOCK_RULES.taper.period.value;

/** What a change may mean, before it is sent: outcome, amounts, months, steps, clocks, clauses. It decides nothing. */
export function effectOf(question: ChangeQuestion): Effect {
  const { event, household, answers, award, on, taperUntil } = question;
  const inTaper = taperUntil !== undefined && on <= taperUntil;
  const after = positionOf(event.apply(household, answers), on);
  const decided = decide(event, positionOf(household, on), after, inTaper);
  const { outcome } = decided;
  const amountAfter = amountOf(question, decided);
  const taperMonths = outcome === 'taper' && !inTaper ? monthsFrom(on, TAPER_MONTHS) : undefined;
  const clauses = [...OUTCOMES[outcome].clauses, ...event.clauses, ...(after.state === 'known' && !event.always ? after.clauses : [])];
  return {
    event: event.id,
    outcome,
    ...(decided.possible ? { possible: decided.possible } : {}),
    amountBefore: award,
    ...(amountAfter === undefined ? {} : { amountAfter }),
    ...(taperMonths ? { taperMonths } : {}),
    procedures: [...new Set([...(event.opens ?? []), ...(inTaper && outcome === 'taper' ? [] : OUTCOMES[outcome].procedures)])],
    clocks: clocksOf(event, answers, on, household),
    referrals: event.referrals.map((id) => ({
      id,
      title: EVENT_REFERRALS[id].title,
      clauses: clausesIn(EVENT_REFERRALS[id].clauses, household.district),
    })),
    clauses: clausesIn([...new Set(clauses)], household.district),
    missing: after.state === 'open' && outcome === 'ask' ? after.missing : [],
    certainty: after.state === 'known' && !event.always ? after.certainty : 'full-text',
    sentence: sentenceOf({
      event,
      decided,
      award,
      ...(amountAfter === undefined ? {} : { amountAfter }),
      ...(taperMonths ? { taperMonths } : {}),
      ...(taperUntil ? { taperUntil } : {}),
    }),
  };
}

/** The old amount moved by the difference of the two estimates, so that what an officer once decided otherwise stays in it. */
function amountOf({ event, household, answers, award, on }: ChangeQuestion, { outcome }: Decided): Fen | undefined {
  if (outcome === 'unchanged' || outcome === 'taper') return award;
  if (outcome === 'stop') return 0 as Fen;
  if (outcome !== 'more' && outcome !== 'less') return undefined;
  const [before, after] = [positionOf(household, on), positionOf(event.apply(household, answers), on)];
  if (before.state !== 'known' || after.state !== 'known') return undefined;
  return Math.max(0, award + after.amount - before.amount) as Fen;
}

/** From the month after the report: a declared assumption, the texts only say six months. */
function monthsFrom(on: CivilDate, count: number): readonly string[] {
  const first = `${on.slice(0, 7)}-01` as CivilDate;
  return Array.from({ length: count }, (_, index) => addMonths(first, index + 1).slice(0, 7));
}

function clocksOf(event: LifeEvent, { happenedOn }: ChangeAnswers, on: CivilDate, { district }: Household): readonly Clock[] {
  const run = (name: ClockRuleName) => runMonths(CLOCK_RULES[name], happenedOn ?? on);
  return (event.clocks ?? []).map(run).map((clock) => ({ ...clock, clauses: clausesIn(clock.clauses, district) }));
}
