import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import { ALONE, THREE } from '../life-events/case-table.ts';
import { STANDARD_ASSUMPTIONS, standardBefore, standardInForce, standardSince, workedOutAnew } from './index.ts';

const day = (text: string) => text as CivilDate;
const yuan = (amount: number) => (amount * 100) as Fen;
const JIULONGPO = '500107' as DivisionCode;
const plain = { ofOneMember: false, inTaper: false, inProcedure: false };

describe('标准从哪天起', () => {
  it('2025年7月1日起城 770、农 630；前一天还是 750、610', () => {
    const now = standardInForce(JIULONGPO, day('2026-11-22'));
    expect(now).toMatchObject({ from: '2025-07-01', urban: yuan(770), rural: yuan(630), sources: ['F3-01'], certainty: 'assumed' });
    expect(now && standardBefore(JIULONGPO, now)).toMatchObject({ from: '2024-09-01', urban: yuan(750), rural: yuan(610) });
  });
  it('没有查到的不编：2020年9月以前没有，2026年没有新的', () => {
    expect(standardInForce(JIULONGPO, day('2020-08-31'))).toBeUndefined();
    expect(standardInForce(JIULONGPO, day('2027-12-31'))?.from).toBe('2025-07-01');
  });
  test.each([
    ['2025-06-30', '2025-07-01', '2025-07-01'],
    ['2025-07-01', '2025-07-02', undefined],
    ['2024-08-31', '2025-07-08', '2025-07-01'],
  ])('%s 到 %s：变成 %s 起的', (after, until, from) => {
    expect(standardSince(JIULONGPO, day(after), day(until))?.from).toBe(from);
  });
});

describe('一户重新算', () => {
  // 770 for one person without income; 770×3−900+100 = 1510 for the three.
  test.each([
    [ALONE, 750, 'raise', 770],
    [ALONE, 770, 'same', 770],
    [ALONE, 835, 'lower', 770],
    [THREE, 1450, 'raise', 1510],
  ])('现在发的和算出来的比', (household, paid, outcome, amount) => {
    expect(workedOutAnew(household, { ...plain, subsistence: yuan(paid) }, day('2025-12-01'))).toMatchObject({
      outcome,
      amount: yuan(amount),
      clauses: ['F3-01', 'F2-41'],
    });
  });
  test.each([
    [{ inProcedure: true }, 'in-procedure'],
    [{ inTaper: true }, 'in-taper'],
    [{ ofOneMember: true }, 'of-one-member'],
    [{ subsistence: undefined }, 'no-subsistence'],
  ])('%o 留给人', (paid, why) => {
    expect(workedOutAnew(ALONE, { ...plain, subsistence: yuan(770), ...paid }, day('2025-12-01'))).toEqual({ outcome: 'person', why });
  });
  it('收入不全、没有人算在内，都留给人，不当作 0', () => {
    const { income: _, ...untold } = ALONE.members[0] as (typeof ALONE.members)[number];
    const paid = { ...plain, subsistence: yuan(770) };
    expect(workedOutAnew({ ...ALONE, members: [untold] }, paid, day('2025-12-01'))).toEqual({ outcome: 'person', why: 'facts-missing' });
  });
  it('没有文件写的，都声明了', () => {
    expect(STANDARD_ASSUMPTIONS.flatMap((one) => one.beside).filter((id) => !citationOf(id))).toEqual([]);
  });
});
