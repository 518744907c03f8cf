import type { Changed, ChangeForm } from '@assist/contracts';
import { type ChangeAnswers, type Household, type LifeEvent, lifeEvent } from '@assist/policy-chongqing';

/** One thing that was told, as the rules take it. */
export interface ToldChange {
  readonly changed: Changed;
  readonly event: LifeEvent;
  readonly answers: ChangeAnswers;
}

const NOTHING: Changed = { event: 'nothing-changed' };

/** What was told, in order; "都没变" is the one event that says so. Names, papers and free words stay behind. */
export const toldChanges = (form: ChangeForm): ToldChange[] =>
  (form.nothingChanged ? [NOTHING] : form.changed).map((changed) => ({
    changed,
    event: lifeEvent(changed.event) as LifeEvent,
    answers: answersOf(changed),
  }));

function answersOf({ happenedOn, member, joins, income, workCosts, changes, assets, spending }: Changed): ChangeAnswers {
  return {
    ...(happenedOn && { happenedOn }),
    ...(member && { member }),
    ...(joins && { joins: factsOfNewcomer(joins) }),
    ...(income && { income }),
    ...(workCosts !== undefined && { workCosts }),
    ...(changes && { changes }),
    ...(assets && { assets }),
    ...(spending && { spending }),
  };
}

function factsOfNewcomer(newcomer: NonNullable<Changed['joins']>): Household['members'][number] {
  const { name: _n, paper: _p, phone: _t, registration: _r, residence: _h, residencePermit: _c, ...facts } = newcomer;
  return facts;
}

/** Ids of what was told, for lists and counts. */
export const eventIds = (form: ChangeForm): string[] => [...new Set(toldChanges(form).map((one) => one.event.id))];

/** Titles of what was told, as the receipt says them. */
export const eventTitles = (form: ChangeForm): string[] =>
  form.nothingChanged ? ['都没变'] : [...new Set(toldChanges(form).map((one) => one.event.title))];
