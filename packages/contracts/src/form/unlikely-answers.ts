import type { CivilDate } from '@assist/policy';
import type { ApplicationForm } from './application-form.ts';

export interface UnlikelyAnswer {
  readonly question: 'no-adult' | 'many-members' | 'very-high-income';
  /** What to ask, once; afterwards the answer is taken as it is. */
  readonly sentence: string;
}

const ADULT_YEARS = 18;
const MANY_MEMBERS = 20;
const VERY_HIGH_MONTHLY_FEN = 10_000_000_00;

const isAdultOn = (birth: CivilDate, today: CivilDate): boolean => `${Number(birth.slice(0, 4)) + ADULT_YEARS}${birth.slice(4)}` <= today;

/** Answers that are possible but rare. They are asked about once and then taken; they never stop anybody. */
export function unlikelyAnswers(form: Partial<ApplicationForm>, today: CivilDate): UnlikelyAnswer[] {
  const members = form.members ?? [];
  const found: UnlikelyAnswer[] = [];
  if (members.length > 0 && members.every((m) => m.birthDate && !isAdultOn(m.birthDate, today)))
    found.push({ question: 'no-adult', sentence: '家里没有大人？现在谁在照顾您？' });
  if (members.length > MANY_MEMBERS) found.push({ question: 'many-members', sentence: `一起吃住的有 ${members.length} 个人，对吗？` });
  const high = members.some((m) => m.income?.some((i) => (i.per === 'month' ? i.amount : i.amount / 12) > VERY_HIGH_MONTHLY_FEN));
  if (high) found.push({ question: 'very-high-income', sentence: '有一笔收入一个月超过 1000 万元，对吗？' });
  return found;
}

/** Those the person has not confirmed yet. */
export const unconfirmedAnswers = (form: Partial<ApplicationForm>, today: CivilDate): UnlikelyAnswer[] =>
  unlikelyAnswers(form, today).filter((u) => !form.confirmations?.some((c) => c.question === u.question));
