import type { CivilDate, Fen } from '@assist/policy';
import type { Assets, Household, Income, Member, Spending } from '../../household.ts';
import type { ClockRuleName, GroundId } from '../../procedures/index.ts';
import type { OutcomeId } from './outcome.ts';
import type { EventReferral } from './referral.ts';

export type EventGroup = 'people' | 'health' | 'school' | 'income' | 'property' | 'spending' | 'contact';

/**
 * What the change is of, for the taper: `job` is work newly found (no upper limit, YM239-1-3a); `work-more` is more of work that was
 * there; `other-income` any other (strictly below 1.5 times, YM239-1-3b); `people` changes the head count; the rest changes no income. `mixed` is
 * several of them told at once.
 */
export type Cause = 'job' | 'work-more' | 'other-income' | 'people' | 'property' | 'mixed' | 'none';

/** What a resident answers. Which of them a life event asks for stands in its `asks`. */
export interface ChangeAnswers {
  /** Day it happened. */
  readonly happenedOn?: CivilDate;
  /** Id of the member it is about. */
  readonly member?: string;
  /** Who comes new into the household. */
  readonly joins?: Member;
  /** The member's incomes from now on, all of them. */
  readonly income?: readonly Income[];
  /** What the member's work costs, a month; unknown costs leave the estimate open. */
  readonly workCosts?: Fen;
  /** What is different about the member. */
  readonly changes?: Partial<Pick<Member, 'disability' | 'illness' | 'schooling' | 'work' | 'livesTogether' | 'bedriddenMonths'>>;
  /** What the household has from now on. */
  readonly assets?: Assets;
  readonly spending?: Spending;
}

export type AskedField = keyof ChangeAnswers;

export interface Ask {
  readonly field: AskedField;
  /** The question, for the resident. */
  readonly title: string;
  readonly optional?: true;
}

export interface LifeEvent {
  readonly id: string;
  readonly title: string;
  readonly group: EventGroup;
  readonly cause: Cause;
  readonly asks: readonly Ask[];
  readonly clauses: readonly string[];
  /** The outcomes it can lead to; the preview never gives another. */
  readonly can: readonly OutcomeId[];
  /** Set where the documents leave the whole of it to a person, or where money never moves. */
  readonly always?: Extract<OutcomeId, 'unchanged' | 'officer'>;
  readonly possible?: readonly OutcomeId[];
  /** The ground a cut or stop would name. */
  readonly ground?: GroundId;
  readonly clocks?: readonly ClockRuleName[];
  readonly referrals: readonly EventReferral[];
  /** Further procedures it opens, whatever comes of it. */
  readonly opens?: readonly string[];
  /** What a clerk or resident should know, in words. */
  readonly notes?: readonly string[];
  /** The household as it is from now on. Never throws: what is missing is found by `changeProblems`. */
  apply(household: Household, answers: ChangeAnswers): Household;
}
