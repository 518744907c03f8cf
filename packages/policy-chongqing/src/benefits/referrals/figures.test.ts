import type { Finding } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { assess } from '../../assess/assess.ts';
import type { Household, Member } from '../../household.ts';
import { family, IN_2025, monthly, person } from '../case-table.ts';

const receiving = (kind: string, told: Partial<Member> = {}, rest: Partial<Household> = {}) =>
  family([person('m1', { receives: [kind], ...told })], rest);
const found = (household: Household, id: string): Finding | undefined => assess(household, IN_2025).findings.find((one) => one.rule === id);
const rate = (household: Household, id: string) => found(household, id)?.numbers.rate?.value;

describe('参保资助和医疗救助的比例', () => {
  test.each([
    ['特困全额', 'YMF12-9a', receiving('destitute-support'), 'medical-insurance', 1],
    ['低保九成', 'YMF12-9b', receiving('subsistence-allowance'), 'medical-insurance', 0.9],
    ['边缘家庭七成', 'YMF12-9c', receiving('marginal-family', { income: [monthly(1000)] }), 'medical-insurance', 0.7],
    ['低保不低于七成', 'YMF12-9e', receiving('subsistence-allowance', { illness: 'long-term' }), 'medical-costs', 0.7],
    [
      '边缘家庭不低于六成',
      'YMF12-9f',
      receiving('marginal-family', { illness: 'long-term', income: [monthly(1000)] }),
      'medical-costs',
      0.6,
    ],
  ])('（九）：%s（%s）', (_title, clause, household, id, expected) => {
    expect(rate(household, id)).toBe(expected);
    expect(found(household, id)?.clauses).toContain(clause);
  });
});

describe('谁够得上', () => {
  test.each<[string, string, Household, string, Finding['verdict']]>([
    ['（十）：学龄前', 'YMF12-10a', receiving('subsistence-allowance', { schooling: 'preschool' }), 'education', 'for-officer'],
    ['（十）：义务教育', 'YMF12-10a', receiving('subsistence-allowance', { schooling: 'compulsory' }), 'education', 'for-officer'],
    ['（十）：高中', 'YMF12-10a', receiving('subsistence-allowance', { schooling: 'senior-secondary' }), 'education', 'for-officer'],
    [
      '（十）：全日制本科及以下',
      'YMF12-10a',
      receiving('subsistence-allowance', { schooling: 'full-time-undergraduate-or-below' }),
      'education',
      'for-officer',
    ],
    ['（十）：没有人上学', 'YMF12-10a', receiving('subsistence-allowance'), 'education', 'not-met'],
    ['（十六）：低保减免电费等', 'YMF12-16a', receiving('subsistence-allowance'), 'bill-relief', 'met'],
    ['（十六）：特困减免电费等', 'YMF12-16a', receiving('destitute-support'), 'bill-relief', 'met'],
    ['（十六）：城市低保减免垃圾处置费', 'YMF12-16b', receiving('subsistence-allowance'), 'waste-fee-relief', 'met'],
    [
      '（十六）：农村低保不在这一条里',
      'YMF12-16b',
      receiving('subsistence-allowance', {}, { area: 'rural' }),
      'waste-fee-relief',
      'not-met',
    ],
    [
      '（十六）：二级残疾，看无障碍改造',
      'YMF12-16c',
      receiving('subsistence-allowance', { disability: { category: 'physical', grade: 2 } }),
      'barrier-free',
      'for-officer',
    ],
    [
      '（十六）：三级残疾不在这一条里',
      'YMF12-16c',
      receiving('subsistence-allowance', { disability: { category: 'physical', grade: 3 } }),
      'barrier-free',
      'not-met',
    ],
    ['（十七）：慈善谁都可以看', 'YMF12-17b', family([person('m1', { income: [monthly(9000)] })]), 'charity', 'for-officer'],
  ])('%s（%s）', (_title, clause, household, id, verdict) => {
    expect(found(household, id)?.verdict).toBe(verdict);
    expect(found(household, id)?.clauses).toContain(clause);
  });
});
