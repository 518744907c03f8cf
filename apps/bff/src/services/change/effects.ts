import type { ChangeForm, EstimatedEffect } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import {
  clausesIn,
  type Effect,
  EVENT_REFERRALS,
  effectOf,
  type Household,
  type LifeEvent,
  OUTCOMES,
  type OutcomeId,
  questionFor,
  together,
} from '@assist/policy-chongqing';
import { citations, cited } from '../clause/citations.ts';
import { type ToldChange, toldChanges } from './answers.ts';
import type { KnownCase } from './known-case.ts';
import { workingOf } from './working.ts';

export interface Estimated {
  readonly effects: EstimatedEffect[];
  /** Of all of it at once, where several things were told. */
  readonly together?: EstimatedEffect;
  /** The household as it would be; absent where it is not in the register. */
  readonly after?: Household;
}

/** What each thing and all of it at once is likely to do. Nothing is decided, and nothing is guessed that no document says. */
export function estimate(form: ChangeForm, known: KnownCase | undefined, district: DivisionCode, today: CivilDate): Estimated {
  const told = toldChanges(form);
  if (!known) return { effects: told.map(({ event, answers }) => unknownHousehold(event, openQuestions(event, answers), district)) };
  const names = namesWith(known, told);
  const apply = (household: Household, { event, answers }: ToldChange) => event.apply(household, answers);
  const effects = told.map((one, i) => {
    // What is told of somebody who came new in the same notice is looked at with them in the house.
    const alone = one.answers.member === undefined || known.household.members.some((m) => m.id === one.answers.member);
    const base = alone ? known.household : told.slice(0, i).reduce(apply, known.household);
    return effectFor(one.event, one.answers, base, known, names, today);
  });
  const after = told.reduce(apply, known.household);
  if (told.length < 2) return { effects, after };
  const open = told.flatMap(({ event, answers }) => openQuestions(event, answers));
  const whole = effectFor(together(told), {}, known.household, known, names, today, open);
  return { effects, together: whole, after };
}

const namesWith = (known: KnownCase, told: readonly ToldChange[]): ReadonlyMap<string, string> =>
  new Map([...known.names, ...told.flatMap(({ changed: { joins } }) => (joins ? [[joins.id, joins.name || '新来的家人'] as const] : []))]);

/** Questions of the event that were not answered; the day moves no estimate. */
const openQuestions = (event: LifeEvent, answers: ToldChange['answers']): string[] =>
  event.asks.filter(({ field, optional }) => !optional && field !== 'happenedOn' && answers[field] === undefined).map((ask) => ask.title);

function effectFor(
  event: LifeEvent,
  answers: ToldChange['answers'],
  household: Household,
  known: KnownCase,
  names: ReadonlyMap<string, string>,
  today: CivilDate,
  open: readonly string[] = openQuestions(event, answers),
): EstimatedEffect {
  if (known.allowance === undefined && !event.always) return otherBenefits(event, open, household.district);
  const found = effectOf({
    event,
    household,
    answers,
    award: known.allowance ?? (0 as NonNullable<KnownCase['allowance']>),
    on: today,
    ...(known.taperUntil && { taperUntil: known.taperUntil }),
  });
  // Without its answers the household would seem unchanged, and that would be a guess.
  const unanswered = open.length > 0 && !event.always;
  const effect = unanswered ? asked(event, found, household.district) : found;
  const shown = known.allowance !== undefined;
  return {
    ...frame(event, effect.outcome, effect.possible),
    ...(shown && { amountBefore: effect.amountBefore }),
    ...(shown && effect.amountAfter !== undefined && { amountAfter: effect.amountAfter }),
    ...(effect.taperMonths && { taperMonths: [...effect.taperMonths] }),
    sentence: cited(
      shown || event.group === 'contact' ? effect.sentence : `${condolence(event)}记下了，金额不变。`,
      effect.clauses,
      effect.taperMonths && 'taper-from-next-month',
    ),
    working: event.always || !shown ? [] : workingOf(household, event.apply(household, answers), names, today, effect),
    referrals: referralViews(event, household.district),
    missing: unanswered ? [...open] : effect.missing.map((path) => missingTitle(path, names)),
  };
}

/** The effect of a change whose questions are still open. */
const asked = (event: LifeEvent, found: Effect, district: DivisionCode): Effect => ({
  event: event.id,
  outcome: 'ask',
  amountBefore: found.amountBefore,
  procedures: [],
  clocks: found.clocks,
  referrals: found.referrals,
  clauses: clausesIn([...OUTCOMES.ask.clauses, ...event.clauses], district),
  missing: [],
  certainty: found.certainty,
  sentence: `${condolence(event)}还差几个问题没答，答完就能估算。不答也可以先报。`,
});

const frame = (event: LifeEvent, outcome: OutcomeId, possible?: readonly OutcomeId[]) => ({
  event: event.id,
  title: event.title,
  outcome,
  ...(possible && { possible: [...possible] }),
  goodNews: isGoodNews(event, outcome, possible),
});

/** More money, or help beside money that stays. Nothing about a death is good news. */
function isGoodNews(event: LifeEvent, outcome: OutcomeId, possible: readonly OutcomeId[] = []): boolean {
  if (event.ground === 'died') return false;
  if (outcome === 'more') return true;
  const worse = (id: OutcomeId) => id === 'less' || id === 'stop' || id === 'taper';
  return event.referrals.length > 0 && !worse(outcome) && !possible.some(worse);
}

const condolence = (event: LifeEvent): string => (event.ground === 'died' ? '请节哀。' : '');
const moneyOutcomes = (event: LifeEvent): OutcomeId[] =>
  (event.possible ?? event.can).filter((id): id is OutcomeId => id !== 'officer' && id !== 'ask');

/** Benefits whose amount no rule here estimates: what it may mean is left to a person, and said so. */
const otherBenefits = (event: LifeEvent, open: readonly string[], district: DivisionCode): EstimatedEffect => ({
  ...frame(event, 'officer', moneyOutcomes(event)),
  sentence: cited(
    `${condolence(event)}这一样待遇会怎么变，要工作人员看过才能定，定下来以前金额不变。`,
    clausesIn([...OUTCOMES.officer.clauses, ...event.clauses], district),
  ),
  working: [],
  referrals: referralViews(event, district),
  missing: [...open],
});

/** Not found in the register: what can be said, and who looks. */
const unknownHousehold = (event: LifeEvent, open: readonly string[], district: DivisionCode): EstimatedEffect => ({
  ...(event.always === 'unchanged' ? frame(event, 'unchanged') : frame(event, 'officer', moneyOutcomes(event))),
  sentence: cited(
    event.always === 'unchanged'
      ? '记下了，这一样不影响金额。'
      : `${condolence(event)}名册里还没找到您家，先算不出钱。报了照样收，镇街找到是哪一户再看。`,
    clausesIn(event.clauses, district),
  ),
  working: [],
  referrals: referralViews(event, district),
  missing: [...open],
});

const referralViews = (event: LifeEvent, district: DivisionCode): EstimatedEffect['referrals'] =>
  event.referrals.map((id) => ({
    id,
    title: EVENT_REFERRALS[id].title,
    clauses: citations(clausesIn(EVENT_REFERRALS[id].clauses, district)),
  }));

function missingTitle(path: string, names: ReadonlyMap<string, string>): string {
  const question = questionFor(path);
  if (!question) return path;
  return question.member ? `${names.get(question.member) ?? '家里人'}：${question.title}` : question.title;
}
