import type { Citation, CivilDate } from '@assist/policy';
import { valueOn } from '@assist/policy';
import { type Counting, type CountingReason, countingOf } from '../benefits/household/counted.ts';
import type { Household } from '../household.ts';
import { ADULT_AGE } from '../values/multiples.ts';
import { questionFor } from './labels.ts';

/** Whether one person counts as one of the family, in words; the same rule that the benefits count by. */
export interface MemberCounting {
  readonly member: string;
  readonly state: Counting['state'];
  readonly sentence: string;
  readonly clauses: readonly Citation[];
  /** What could still be said about this person, where it is not known yet. */
  readonly open: readonly string[];
}

const FAMILY = ['MCA57-7', 'F1-01'] as const;
const AWAY = ['MCA57-7', 'F1-02'] as const;
export const COUNTING_CLAUSES: Readonly<Record<CountingReason, readonly string[]>> = {
  applicant: FAMILY,
  spouse: FAMILY,
  'child-at-home': FAMILY,
  'minor-child': [...FAMILY, 'DESTITUTE2021-24'],
  'child-not-independent': FAMILY,
  'child-on-their-own': FAMILY,
  'parent-at-home': FAMILY,
  'relative-at-home': FAMILY,
  'lives-apart': FAMILY,
  prison: [...AWAY, 'F1-03'],
  'compulsory-detoxification': AWAY,
  'declared-missing': AWAY,
  'religious-three-years': AWAY,
  // Two texts say otherwise of soldiers.
  'military-service': ['MCA57-7', 'CQR2016-11'],
  'age-not-found': FAMILY,
  'not-said': FAMILY,
};
const SENTENCES: Readonly<Record<CountingReason, string>> = {
  applicant: '申请的人，算在家里。',
  spouse: '夫妻算一家人，不住一起也算。',
  'child-at-home': '一起住的子女，算一家人。',
  'minor-child': '还没成年的孩子算一家人，不住一起也算。',
  'child-not-independent': '成年了还在上学，或者干不了活的子女，算一家人。',
  'child-on-their-own': '成年了、在外面自己过的子女，不算这一户。',
  'parent-at-home': '长期一起吃住的父母，算一家人。',
  'relative-at-home': '长期一起吃住的亲人算不算，要看有没有抚养、赡养的责任，由镇上的人看。',
  'lives-apart': '没有长期一起吃住，不算这一户。',
  prison: '服刑的时候不算，回家生活以后就算。',
  'compulsory-detoxification': '强制戒毒的时候不算。',
  'declared-missing': '法院宣告失踪的，不算。',
  'religious-three-years': '离开家、在宗教场所三年以上的，不算。',
  'military-service': '当兵的人算不算，两份文件说得不一样，由镇上的人看。',
  'age-not-found': '多大算成年没有查到，由镇上的人看。',
  'not-said': '还差一点没说，说了才知道算不算。',
};

/**
 * Who counts and who does not, one line a member, in their order. It is what the benefits' rules count by, told beside them: it decides
 * nothing of its own.
 * @param citationOf the clauses that are at hand: all of them on a server, the cited ones on a phone
 */
export function whoCountsWith(household: Household, on: CivilDate, citationOf: (id: string) => Citation | undefined): MemberCounting[] {
  const adultAge = valueOn(ADULT_AGE, on, household.district);
  return household.members.map((person) => {
    const { state, missing, because } = countingOf(person, on, adultAge);
    return {
      member: person.id,
      state,
      sentence: SENTENCES[because],
      clauses: COUNTING_CLAUSES[because].map((id) => citationOf(id) ?? { id, label: id, gist: '' }),
      open: missing.flatMap((id) => questionFor(id)?.title ?? []),
    };
  });
}
