import type { CivilDate } from '@assist/policy';
import { isCivilDate } from '@assist/policy';
import type { Household } from '../../household.ts';
import type { ChangeAnswers, LifeEvent } from './life-event.ts';

export interface ChangeProblem {
  /** Path of the field, e.g. `answers/member`. */
  readonly path: string;
  readonly words: string;
}

/** What is wrong with the answers, by path; an empty list where nothing is. A missing answer never keeps a report from being sent. */
export function changeProblems(event: LifeEvent, household: Household, answers: ChangeAnswers, on: CivilDate): readonly ChangeProblem[] {
  const problems: ChangeProblem[] = [];
  const ids = household.members.map((one) => one.id);
  if (answers.member !== undefined && !ids.includes(answers.member)) problems.push({ path: 'answers/member', words: '家里没有这一位。' });
  if (answers.joins && ids.includes(answers.joins.id)) problems.push({ path: 'answers/joins/id', words: '这一位已经在家里了。' });
  if (answers.joins?.birthDate && answers.joins.birthDate > on)
    problems.push({ path: 'answers/joins/birthDate', words: '出生日期在今天以后。' });
  if (answers.happenedOn !== undefined && !isCivilDate(answers.happenedOn))
    problems.push({ path: 'answers/happenedOn', words: '没有这一天。' });
  else if (answers.happenedOn && answers.happenedOn > on) problems.push({ path: 'answers/happenedOn', words: '日期在今天以后。' });
  (answers.income ?? []).forEach((one, index) => {
    if (!Number.isSafeInteger(one.amount) || one.amount < 0)
      problems.push({ path: `answers/income/${index}/amount`, words: '金额不能是负数。' });
  });
  if (answers.spending && (!Number.isSafeInteger(answers.spending.amount) || answers.spending.amount < 0)) {
    problems.push({ path: 'answers/spending/amount', words: '金额不能是负数。' });
  }
  for (const { field, optional } of event.asks) {
    if (!optional && answers[field] === undefined) problems.push({ path: `answers/${field}`, words: '这一问还没有答。' });
  }
  return problems;
}
