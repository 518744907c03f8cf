import type { CivilDate } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { daysLeft, factsOfPosting } from './posting-lines';

const day = (text: string) => text as CivilDate;

describe('一张公示', () => {
  it('一行一行成名和值；找谁那一行没有冒号，也在', () => {
    expect(
      factsOfPosting({
        lines: [
          '公示',
          '申请人：周样本',
          '家庭人数：4 人',
          '拟保障金额：每月 1,980 元',
          '有不同意见，找杨家坪街道办事处（电话没有查到）。',
        ],
      }),
    ).toEqual([
      { name: '家庭人数', value: '4 人' },
      { name: '拟保障金额', value: '每月 1,980 元' },
      { name: '有意见', value: '有不同意见，找杨家坪街道办事处（电话没有查到）。' },
    ]);
  });

  it('还有几天：跨月也对，最后一天是 0', () => {
    expect(daysLeft(day('2026-12-02'), day('2026-11-28'))).toBe(4);
    expect(daysLeft(day('2026-12-02'), day('2026-12-02'))).toBe(0);
  });
});
