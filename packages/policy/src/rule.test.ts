import { describe, expect, it } from 'vitest';
import { evaluate } from './assessment.ts';
import { civilDate } from './civil-date.ts';
import { all, eachOf } from './combinators.ts';
import { datedTable } from './dated-values.ts';
import type { Certainty } from './receipt.ts';
import { forOfficer, met, notMet, rule, unknown } from './rule.ts';
import { derived, fact, inForce, itemOf, listOf } from './source.ts';
import type { DivisionCode } from './units.ts';

interface Person {
  readonly id: string;
  readonly age?: number;
  readonly secret?: string;
}
interface Family {
  readonly people: readonly Person[];
  readonly income?: number;
}
const ON = civilDate('2026-11-22');
const HERE = '500107' as DivisionCode;
const income = fact('income', (family: Family) => family.income);
const family = (rest: Partial<Family> = {}): Family => ({ people: [{ id: 'm1', age: 30, secret: 'x' }], ...rest });
const limit = (certainty: Certainty) =>
  datedTable('limit', '上限', [{ value: 100, scope: 'CN', from: civilDate('2020-01-01'), source: 'F9-99', certainty }]);

function incomeRule(certainty: Certainty) {
  return rule({
    id: 'income',
    title: '收入',
    clauses: ['A-1'],
    needs: { income, limit: inForce<Family, number>(limit(certainty)) },
    sentences: {},
    decide: (values) => {
      if (values.income === undefined) return unknown(['income']);
      if (values.limit === undefined) return forOfficer({ reason: 'none' });
      return values.income < values.limit.value ? met({ based: [values.limit] }) : notMet({ based: [values.limit] });
    },
  });
}
const ask = (node: Parameters<typeof evaluate<Family>>[0], subject: Family, on = ON) => evaluate(node, subject, on, HERE);

describe('a rule', () => {
  it('cites its clauses and the source of the value it rests on', () => {
    expect(ask(incomeRule('page'), family({ income: 99 }))).toMatchObject({ verdict: 'met', clauses: ['A-1', 'F9-99'], certainty: 'page' });
  });

  it('says which fact is missing', () => {
    expect(ask(incomeRule('page'), family())).toMatchObject({ verdict: 'unknown', missing: ['income'] });
  });

  it('denies on an official page or a full text only; a less sure figure goes to an officer', () => {
    const verdicts = (['full-text', 'page', 'mirror', 'second-hand', 'assumed'] as const).map((certainty) => {
      const finding = ask(incomeRule(certainty), family({ income: 100 }));
      return [finding.verdict, finding.reason];
    });
    expect(verdicts).toEqual([
      ['not-met', undefined],
      ['not-met', undefined],
      ['for-officer', 'uncertain'],
      ['for-officer', 'uncertain'],
      ['for-officer', 'uncertain'],
    ]);
  });

  it('may be met by a figure of any certainty', () => {
    expect(ask(incomeRule('assumed'), family({ income: 99 })).verdict).toBe('met');
  });

  it('has nothing to stand on before the first value', () => {
    expect(ask(incomeRule('page'), family({ income: 99 }), civilDate('2019-12-31'))).toMatchObject({
      verdict: 'for-officer',
      clauses: ['A-1'],
    });
  });

  it('without a clause does not exist', () => {
    expect(() => rule({ id: 'x', title: '', clauses: [], needs: { income }, sentences: {}, decide: () => met() })).toThrow(
      'cites no clause',
    );
  });

  it('sees of a person the fields it declared, and no other', () => {
    const node = rule({
      id: 'x',
      title: '',
      clauses: ['A-1'],
      needs: { people: listOf('people', (subject: Family) => subject.people, ['id', 'age']) },
      sentences: {},
      // @ts-expect-error: `secret` was not declared, so it is not there to be read.
      decide: ({ people }) => (people[0]?.secret === undefined && people[0]?.age === 30 ? met() : notMet()),
    });
    expect(node.facts).toEqual(['people.id', 'people.age']);
  });

  it('answers for the household, the day and the district it is asked about, whatever was asked before', () => {
    const here = inForce<Family, number>(
      datedTable('limit', '上限', [
        { value: 100, scope: 'CN', from: civilDate('2020-01-01'), source: 'F9-1', certainty: 'page' as const },
        { value: 200, scope: '500107', from: civilDate('2026-01-01'), source: 'F9-2', certainty: 'page' as const },
      ]),
    );
    const node = rule({
      id: 'x',
      title: '',
      clauses: ['A-1'],
      needs: { income, limit: here },
      sentences: {},
      decide: ({ income: own = 0, limit: most }) => (own < (most?.value ?? 0) ? met({ based: [most] }) : notMet({ based: [most] })),
    });
    const asked = (own: number, on: string, district: string) => {
      const finding = evaluate(node, family({ income: own }), civilDate(on), district as DivisionCode);
      return [finding.verdict, finding.clauses[1]];
    };
    for (let round = 0; round < 3; round++) {
      expect(asked(150, '2026-11-22', '500107')).toEqual(['met', 'F9-2']);
      expect(asked(250, '2026-11-22', '500107')).toEqual(['not-met', 'F9-2']);
      expect(asked(150, '2026-11-22', '500118')).toEqual(['not-met', 'F9-1']);
      expect(asked(150, '2025-12-31', '500107')).toEqual(['not-met', 'F9-1']);
      expect(asked(150, '2019-12-31', '500107')).toEqual(['not-met', undefined]);
    }
  });

  it('declares what its derived values read as well', () => {
    const doubled = derived('doubled', { income }, (values) => (values.income ?? 0) * 2);
    const node = rule({ id: 'x', title: '', clauses: ['A-1'], needs: { doubled }, sentences: {}, decide: () => met() });
    expect(node.facts).toEqual(['income']);
  });
});

describe('combinations', () => {
  const adult = rule({
    id: 'adult',
    title: '成年',
    clauses: ['A-2'],
    needs: { person: itemOf('people', (subject: Family) => subject.people, ['id', 'age']) },
    sentences: {},
    decide: ({ person }) => (person.age === undefined ? unknown([`people/${person.id}/age`]) : person.age >= 18 ? met() : notMet()),
  });
  const someone = eachOf({
    id: 'someone',
    title: '有人成年',
    node: adult,
    ids: listOf('people', (subject: Family) => subject.people, ['id']),
    combine: 'any',
  });

  it('names the member in each finding', () => {
    const finding = ask(someone, {
      people: [
        { id: 'm1', age: 17 },
        { id: 'm2', age: 18 },
      ],
    });
    expect([finding.verdict, finding.children.map((child) => [child.member, child.verdict])]).toEqual([
      'met',
      [
        ['m1', 'not-met'],
        ['m2', 'met'],
      ],
    ]);
  });

  it('asks only for what can still change the answer', () => {
    const both = all({ id: 'both', title: '', of: [someone, incomeRule('page')] });
    expect(ask(both, { people: [{ id: 'm1' }] }).missing).toEqual(['people/m1/age', 'income']);
    expect(ask(both, { people: [{ id: 'm1' }], income: 100 })).toMatchObject({ verdict: 'not-met', missing: [] });
  });

  it('is as sure as its least sure limb', () => {
    expect(ask(all({ id: 'one', title: '', of: [adultOf(30), incomeRule('mirror')] }), family({ income: 1 })).certainty).toBe('mirror');
  });

  function adultOf(age: number) {
    return rule({ id: `age-${age}`, title: '', clauses: ['A-2'], needs: { income }, sentences: {}, decide: () => met() });
  }
});
