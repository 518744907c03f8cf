import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { citationOf } from '@assist/policy-chongqing/preview';
import { describe, expect, test } from 'vitest';
import { estimateOf } from '../../../application/estimate/estimate.ts';
import { isAnswered } from './answered.ts';
import { aboutPerson, type CheckAnswers, checkAnswers, forgetAnswers, isUntouched, withoutPerson, withPerson } from './answers.ts';
import { bornYearsAgo, calledBy, formOf, formToEstimate, saidBeside } from './form-of.ts';
import { QUESTION_WORDS, QUESTIONS, questionsFor, saidOfAll } from './questions.ts';

const today = '2026-11-22' as CivilDate;
const yuan = (n: number) => (n * 100) as Fen;

/** Two at home in Dazu's town, one wage: the line of 2025 is 770, the marginal line 1,155 (F3-01, YM239-1-4a). */
const couple = (wage: number): CheckAnswers => ({
  district: '500111',
  area: 'urban',
  people: [
    { id: 'm1', relation: 'self', age: 45, disability: 'none', illness: 'none', doing: 'employed', income: yuan(wage), workCosts: yuan(0) },
    { id: 'm2', relation: 'spouse', age: 44, disability: 'none', illness: 'none', doing: 'employed', income: yuan(0) },
  ],
  savings: yuan(1000),
  car: false,
  dwellings: 1,
  business: false,
  spending: {},
  receives: 'none',
  supporters: { kind: 'none' },
  emergency: 'none',
});
const estimate = (answers: CheckAnswers) =>
  estimateOf(formToEstimate(answers, today), answers.district as DivisionCode, today, saidBeside(answers));

describe('先算一算', () => {
  test('多出一点的家，往下接到边缘家庭；一级一级按顺序，都能照样申请', () => {
    const outcome = estimate(couple(2000));
    const of = (id: string) => outcome.benefits.find((b) => b.id === id);
    // 2,000 by two is 1,000: 230 over 770, 155 below 1,155.
    expect(of('subsistence-allowance')?.sentence).toContain('高 230 元');
    expect(of('marginal-family')?.sentence).toContain('还低 155 元');
    expect(outcome.benefits.map((b) => b.id)).toEqual([
      'destitute-support',
      'subsistence-allowance',
      'single-application',
      'marginal-family',
      'rigid-expenditure',
      'temporary-assistance',
    ]);
    expect(outcome.position).toEqual({ each: yuan(1000), subsistence: yuan(770), marginal: yuan(1155) });
    expect(outcome.notices[0]?.sentence).toContain('都可以申请');
  });

  test('没说的不当成没有：什么也没说，问得出来，没有一样说够不上', () => {
    const outcome = estimate({ district: '500107', people: [{ id: 'm1', relation: 'self' }] });
    expect(outcome.benefits.filter((b) => b.tone === 'not-yet')).toEqual([]);
    expect(outcome.questions.length).toBeGreaterThan(0);
    expect(outcome.position).toBeUndefined();
  });

  test('带进申请的只有说过的：没有名字，没有编出来的生日，也没有没说的', () => {
    const form = formOf(couple(2000));
    expect(form.members?.map((m) => [m.name, m.birthDate])).toEqual([
      ['', undefined],
      ['', undefined],
    ]);
    expect(form.members?.[0]?.income).toEqual([{ kind: 'wage', amount: 200000, per: 'month' }]);
    // Said to be nothing is an empty list; not said is absent.
    expect(form.members?.[1]?.income).toEqual([]);
    expect(formOf({ people: [{ id: 'm1', relation: 'self' }] })).toEqual({
      formVersion: 1,
      members: [{ id: 'm1', relation: 'self', name: '', livesTogether: true }],
      photos: [],
    });
  });

  test('估算用的生日正好是说的岁数，闰日也有', () => {
    expect(bornYearsAgo(60, today)).toBe('1966-11-22');
    expect(bornYearsAgo(1, '2028-02-29' as CivilDate)).toBe('2027-02-28');
    expect(formToEstimate({ people: [{ id: 'm1', relation: 'self', age: 60 }] }, today).members?.[0]?.birthDate).toBe('1966-11-22');
  });

  test('孩子不问挣多少；在外打工的，写明不在家，不替他说住在一起', () => {
    const answers: CheckAnswers = {
      people: [
        { id: 'm1', relation: 'self', doing: 'away', income: yuan(3000) },
        { id: 'm2', relation: 'child', age: 9 },
      ],
    };
    const [self, child] = formOf(answers).members ?? [];
    expect(self).toMatchObject({ absence: 'works-elsewhere', work: 'flexible' });
    expect(self && 'livesTogether' in self).toBe(false);
    expect(child).toMatchObject({ work: 'child', income: [] });
    expect(questionsFor({ people: [{ id: 'm1', relation: 'self', age: 12 }] })).not.toContain('income');
  });

  test('一个人的特困，一家几口就不替每个人说', () => {
    const two = { ...couple(0), receives: 'destitute-support' as const };
    expect(formOf(two).members?.map((m) => m.receives)).toEqual([undefined, undefined]);
    expect(formOf({ ...couple(0), receives: 'subsistence-allowance' }).members?.map((m) => m.receives)).toEqual([
      ['subsistence-allowance'],
      ['subsistence-allowance'],
    ]);
  });

  test('人能添能去，去掉的号不再用；叫得出是谁', () => {
    let answers: CheckAnswers = { people: [{ id: 'm1', relation: 'self' }] };
    answers = withPerson(withPerson(answers, 'child'), 'child');
    expect(answers.people.map((p) => calledBy(p.id, answers))).toEqual(['您', '儿子或女儿', '儿子或女儿（2）']);
    answers = withPerson(withoutPerson(answers, 'm3'), 'parent', ['m3']);
    expect(answers.people.map((p) => p.id)).toEqual(['m1', 'm2', 'm4']);
    expect(withoutPerson(answers, 'm1')).toBe(answers);
  });

  test('“都没有”一下说完，撤回的就是没说', () => {
    const all = saidOfAll(couple(0), 'illness');
    expect(isAnswered('illness', all)).toBe(true);
    expect(isAnswered('illness', aboutPerson(all, 'm2', { illness: undefined as never }))).toBe(false);
  });

  test('每一题都说得出为什么问，条款都查得到', () => {
    for (const id of QUESTIONS) {
      const { why, clauses } = QUESTION_WORDS[id];
      expect(why, id).not.toBe('');
      expect(clauses.length, id).toBeGreaterThan(0);
      for (const clause of clauses) expect(citationOf(clause), clause).toBeDefined();
    }
  });

  test('关掉就没有了', () => {
    checkAnswers.set(couple(2000));
    forgetAnswers();
    expect(isUntouched(checkAnswers.get())).toBe(true);
  });
});
