import type { Finding } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { assess } from '../../assess/assess.ts';
import { explainReceipt } from '../../assess/explain-receipt.ts';
import type { Household, Member } from '../../household.ts';
import { day, family, IN_2025, monthly, person, yuan } from '../case-table.ts';

const receiving = (kind: string, told: Partial<Member> = {}, rest: Partial<Household> = {}) =>
  family([person('m1', { receives: [kind], ...told })], rest);
const found = (household: Household, id: string): Finding | undefined => assess(household, IN_2025).findings.find((one) => one.rule === id);
const rate = (household: Household, id: string) => found(household, id)?.numbers.rate?.value;
const said = (household: Household, id: string) =>
  explainReceipt(assess(household, IN_2025)).find((one) => one.rule === id)?.sentence ?? '';
const treated = { spending: [{ kind: 'medical', amount: yuan(30_000) }] } as const;

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

describe('没有写比例的，不说比例', () => {
  it('（九）：选二档的，按一档个人缴费全额', () => {
    const household = receiving('subsistence-allowance');
    expect(found(household, 'medical-insurance')?.numbers.secondTier?.value).toBe(1);
    expect(found(household, 'medical-insurance')?.clauses).toContain('YMF12-9d');
    expect(said(household, 'medical-insurance')).toContain('选二档的，帮出一档个人缴费的 100%');
  });

  it('（九）：刚性支出家庭的大病、慢特病按规定救，条文没有写比例', () => {
    const household = receiving('rigid-expenditure', { illness: 'long-term', income: [monthly(5000)], work: 'employed' }, treated);
    const finding = found(household, 'medical-costs');
    expect([finding?.verdict, finding?.reason, finding?.numbers]).toEqual(['met', 'rigid', {}]);
    expect(finding?.clauses).toContain('YMF12-9g');
    expect(said(household, 'medical-costs')).not.toMatch(/\d/);
  });

  it('（九）：三重保障以后还很重的，指路去问倾斜救助，不说给多少', () => {
    const finding = found(receiving('subsistence-allowance', {}, treated), 'medical-tilt');
    expect([finding?.verdict, finding?.numbers]).toEqual(['for-officer', {}]);
    expect(finding?.clauses).toContain('YMF12-9h');
    expect(found(receiving('subsistence-allowance'), 'medical-tilt')?.verdict).toBe('not-met');
  });

  it('（十）：新困难起来的学生，一般从下一期起', () => {
    const household = receiving('subsistence-allowance', { schooling: 'compulsory' });
    expect(found(household, 'education')?.clauses).toContain('YMF12-10b');
    expect(said(household, 'education')).toContain('一般从下一期起');
  });

  it('（十一）：农村说危房改造，城里说公租房和租赁补贴', () => {
    const rural = receiving('subsistence-allowance', {}, { area: 'rural' });
    expect(found(rural, 'housing')?.clauses).toContain('YMF12-11b');
    expect(said(rural, 'housing')).toContain('改造危房');
    expect(said(receiving('subsistence-allowance'), 'housing')).toMatch(/公租房.*租赁补贴/);
  });
});

describe('防返贫监测对象', () => {
  const rich = { income: [monthly(5000)], work: 'employed' } as const;
  const monitored = (rest: Partial<Household> = {}) => receiving('poverty-monitoring', rich, rest);

  it('（十八）：看病的救助和边缘家庭一样，参保资助由人看，不漏掉', () => {
    expect([found(monitored(treated), 'medical-costs')?.verdict, rate(monitored(treated), 'medical-costs')]).toEqual(['met', 0.6]);
    expect(found(monitored(), 'medical-insurance')?.verdict).toBe('for-officer');
    expect(found(receiving('防返贫监测对象', rich), 'medical-insurance')?.verdict).toBe('for-officer');
    expect(found(family([person('m1', rich)]), 'medical-insurance')?.verdict).toBe('not-met');
  });

  it('（十八）：是监测对象，不会让哪一样变得够不上', () => {
    const order = { 'not-met': 0, unknown: 1, 'for-officer': 2, met: 3 };
    for (const told of [{}, rich, { illness: 'long-term' } as const]) {
      const without = assess(family([person('m1', told)]), IN_2025).findings;
      const within = assess(receiving('poverty-monitoring', told), IN_2025).findings;
      for (const [index, finding] of within.entries())
        expect(order[finding.verdict], finding.rule).toBeGreaterThanOrEqual(order[(without[index] as Finding).verdict]);
    }
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
    [
      '（十五）：边缘家庭里失能的老人，集中照护由人看',
      'YMF12-15b',
      receiving('marginal-family', { birthDate: day('1950-01-01'), bedriddenMonths: 12, income: [monthly(1000)] }),
      'collective-care',
      'for-officer',
    ],
    [
      '（十五）：收入高的家庭不在集中照护这一条里',
      'YMF12-15b',
      family([person('m1', { birthDate: day('1950-01-01'), bedriddenMonths: 12, income: [monthly(9000)] })]),
      'collective-care',
      'not-met',
    ],
    ['（十七）：慈善谁都可以看', 'YMF12-17b', family([person('m1', { income: [monthly(9000)] })]), 'charity', 'for-officer'],
  ])('%s（%s）', (_title, clause, household, id, verdict) => {
    expect(found(household, id)?.verdict).toBe(verdict);
    expect(found(household, id)?.clauses).toContain(clause);
  });
});
