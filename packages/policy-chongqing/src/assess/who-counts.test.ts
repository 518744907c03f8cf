import { describe, expect, it } from 'vitest';
import { day, family, IN_2025, person } from '../benefits/case-table.ts';
import { COUNTING_REASONS, countingOf } from '../benefits/household/counted.ts';
import { citationOf } from '../clauses/index.ts';
import type { Member } from '../household.ts';
import { whoCounts } from '../preview/index.ts';
import { COUNTING_CLAUSES } from './who-counts.ts';

const of = (told: Partial<Member>) => whoCounts(family([person('m1'), { ...person('m2', told) }]), IN_2025)[1];
const said = (told: Partial<Member>) => {
  const { state, sentence, clauses } = of(told) as NonNullable<ReturnType<typeof of>>;
  return [state, sentence, clauses.map((c) => c.id)];
};

describe('谁算一家人，为什么', () => {
  it('一个一个说，和算待遇时用的是同一条规则', () => {
    expect(said({ relation: 'spouse', livesTogether: false, absence: 'works-elsewhere' })).toEqual([
      'counted',
      '夫妻算一家人，不住一起也算。',
      ['MCA57-7', 'F1-01'],
    ]);
    const grown = { relation: 'child', livesTogether: false, birthDate: day('2007-12-01'), schooling: 'none', work: 'employed' } as const;
    expect(said(grown)[0]).toBe('not-counted');
    expect(said({ ...grown, birthDate: day('2007-12-02') })).toEqual([
      'counted',
      '还没成年的孩子算一家人，不住一起也算。',
      ['MCA57-7', 'F1-01', 'DESTITUTE2021-24'],
    ]);
    expect(said({ ...grown, schooling: 'full-time-undergraduate-or-below' })[0]).toBe('counted');
    expect(said({ relation: 'sibling', livesTogether: true })[0]).toBe('officer');
    expect(said({ relation: 'parent', livesTogether: false })).toEqual([
      'not-counted',
      '没有长期一起吃住，不算这一户。',
      ['MCA57-7', 'F1-01'],
    ]);
    expect(said({ relation: 'spouse', absence: 'prison' })).toEqual([
      'not-counted',
      '服刑的时候不算，回家生活以后就算。',
      ['MCA57-7', 'F1-02', 'F1-03'],
    ]);
    expect(said({ relation: 'spouse', absence: 'military-service' })).toEqual([
      'officer',
      '当兵的人算不算，两份文件说得不一样，由镇上的人看。',
      ['MCA57-7', 'CQR2016-11'],
    ]);
  });

  it('没说的，不当成不算：问清楚是哪几样', () => {
    const { livesTogether: _l, absence: _a, ...rest } = person('m2', { relation: 'parent' });
    const open = whoCounts(family([person('m1'), rest]), IN_2025)[1];
    expect([open?.state, open?.open]).toEqual(['unknown', ['现在在不在家', '是不是长期住在一起']]);
  });

  it('每一种说法都有查得到的依据', () => {
    for (const reason of COUNTING_REASONS)
      for (const clause of COUNTING_CLAUSES[reason]) expect(citationOf(clause), `${reason} ${clause}`).toBeDefined();
  });

  it('成年的年龄没有查到，就由人看', () => {
    const child = person('m2', { relation: 'child', livesTogether: false, birthDate: day('2010-01-01') });
    expect(countingOf(child, IN_2025, undefined)).toMatchObject({ state: 'officer', because: 'age-not-found' });
  });
});
