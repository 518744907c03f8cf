import { describe, expect, it } from 'vitest';
import { day, family, IN_2025, monthly, person } from '../benefits/case-table.ts';
import type { Member } from '../household.ts';
import { assess } from './assess.ts';
import { mayApplyAlone } from './may-apply-alone.ts';

const severe = { disability: { category: 'physical', grade: 2 } } as const;
/** Of two: what the first brings in a month decides about the family, the second is looked at. */
const alone = (income: number, told: Partial<Member>, on = IN_2025) =>
  mayApplyAlone(assess(family([person('m1', { income: [monthly(income)] }), person('m2', { relation: 'child', ...told })]), on));

describe('谁可以一个人单独申请', () => {
  it('家里是边缘家庭，有人重残：可以', () => {
    // 1,800 ÷ 2 = 900: over the line of 770, under 1,155.
    expect(alone(1800, { ...severe, birthDate: day('2015-01-01') })).toEqual([
      { member: 'm2', verdict: 'met', forms: ['single-application/disabled-in-marginal'] },
    ]);
  });

  it('成年、没工作的重残，家里收入多高都可以；两种都够得上，说一次人', () => {
    const [one, ...others] = alone(9000, { ...severe, birthDate: day('1990-01-01'), work: 'cannot-work' });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ member: 'm2', verdict: 'met', forms: ['single-application/adult-severe'] });
  });

  it('全家够得上的，不把一个人单拿出来', () => {
    expect(alone(1000, { ...severe, birthDate: day('1990-01-01'), work: 'cannot-work' })).toEqual([]);
  });

  it('没有这样的人，就不提', () => {
    expect(alone(9000, {})).toEqual([]);
  });

  it('法律施行以后，边缘家庭里确有特殊困难的人：是谁由家里说，要人来看', () => {
    expect(alone(1800, {}, day('2026-07-01'))).toEqual([{ verdict: 'for-officer', forms: ['single-application/special-hardship'] }]);
  });
});
