import { addDays, civilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { family, person } from '../benefits/case-table.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../districts/codes.ts';
import type { Household } from '../household.ts';
import { assess } from './assess.ts';
import { explainNotices } from './explain-receipt.ts';

const noticesOn = (day: string, told: Partial<Household> = {}) => assess(family([person('m1')], told), civilDate(day)).notices;
const NEWER = 'standard-may-be-newer';

describe('写在整张估算上面的话', () => {
  // The newest standard found holds from 2025-07-01 (F3-01); twelve months later is 2026-07-01.
  test.each([
    ['最新标准用满十二个月的当天，还不说', '2026-07-01', false],
    ['超过十二个月一天，说可能有新的', '2026-07-02', true],
    ['过了几年也说', '2029-01-01', true],
    ['新标准施行当天不说', '2025-07-01', false],
    ['用着旧标准、新标准施行的前一天不说：不到十二个月', '2025-06-30', false],
  ])('%s', (_, day, said) => expect(noticesOn(day).includes(NEWER)).toBe(said));

  test.each([JIULONGPO, YONGCHUAN, TONGLIANG])('%s：超过十二个月一样说，还说标准是按全市的推定的', (district) => {
    expect(noticesOn('2026-07-02', { district })).toEqual(['estimate-only', NEWER, 'district-standard-assumed']);
    expect(noticesOn('2026-07-01', { district })).not.toContain(NEWER);
  });

  test('每张都说只是估算、都可以申请，带条款', () => {
    const [first] = explainNotices(assess(family([person('m1')]), civilDate('2025-12-01')));
    expect([first?.id, first?.clauses.map((one) => one.id)]).toEqual(['estimate-only', ['YM239-1-1b']]);
  });

  test('说可能有新的时候，说得出用的是哪份标准', () => {
    const told = explainNotices(assess(family([person('m1')]), civilDate('2026-07-02'))).find((one) => one.id === NEWER);
    expect(told?.clauses.map((one) => one.id)).toEqual(['SAL2026-18', 'F3-01']);
  });

  test('第一个标准的前一天没有标准，当天有', () => {
    expect(noticesOn('2020-09-01')).not.toContain('standard-not-found');
    expect(noticesOn(addDays(civilDate('2020-09-01'), -1))).toContain('standard-not-found');
  });
});
