import { describe, expect, it, test } from 'vitest';
import { citationOf } from '../../clauses/index.ts';
import { JIULONGPO, TONGLIANG, YONGCHUAN } from '../../districts/codes.ts';
import { on } from '../events-for-test.ts';
import { lookedAt, RECIPIENTS, reviewCycle, reviewInEmergency } from '../index.ts';

describe('多久核查一次', () => {
  const both = ['m1', 'm2'];
  const key = (...members: string[]) => members.map((member) => ({ member, ground: '重度残疾人' as const }));
  test.each<[string, Parameters<typeof reviewCycle>[0], number | undefined, string]>([
    [
      '四（一）：全家都认定、变化不大，一年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: true },
      12,
      'JLP53-4-1',
    ],
    [
      '四（二）：全家都认定、但变化大，半年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: false },
      6,
      'JLP53-4-2',
    ],
    [
      '四（二）：差一个人没认定，半年',
      { district: JIULONGPO, recipient: 'subsistence', members: both, allKeyProtection: key('m1'), littleChange: true },
      6,
      'JLP53-4-2',
    ],
    ['四（二）：没人认定，半年', { district: JIULONGPO, recipient: 'subsistence', members: both, littleChange: true }, 6, 'JLP53-4-2'],
    [
      '四（二）：不知道家里有谁，半年',
      { district: JIULONGPO, recipient: 'subsistence', allKeyProtection: key('m1'), littleChange: true },
      6,
      'JLP53-4-2',
    ],
    [
      '铜梁（二）四是：一年',
      { district: TONGLIANG, recipient: 'subsistence', members: both, allKeyProtection: key('m1', 'm2'), littleChange: true },
      12,
      'TL42-C2l',
    ],
    ['铜梁（二）四是：半年', { district: TONGLIANG, recipient: 'subsistence', members: both }, 6, 'TL42-C2m'],
    ['永川低保照国家办法，半年', { district: YONGCHUAN, recipient: 'subsistence', members: both }, 6, 'MCA57-31'],
    ['永川三（二）：特困每月', { district: YONGCHUAN, recipient: 'destitute' }, 1, 'YC67-3-2a'],
    ['永川三（二）：孤儿每月', { district: YONGCHUAN, recipient: 'orphan' }, 1, 'YC67-3-2a'],
    ['永川三（二）：三项补贴每月', { district: YONGCHUAN, recipient: 'three-allowances' }, 1, 'YC67-3-2a'],
    ['永川三（一）：两项补贴不按每月', { district: YONGCHUAN, recipient: 'disability-allowances' }, undefined, 'YC67-3-1b'],
    ['九龙坡的特困没有查到', { district: JIULONGPO, recipient: 'destitute' }, undefined, 'MCA57-31'],
    ['刚性支出一年', { district: TONGLIANG, recipient: 'rigid-expenditure' }, 12, 'MCA57R-10'],
  ])('%s', (_title, question, months, clause) => {
    const cycle = reviewCycle(question);
    expect(cycle.months).toBe(months);
    expect(cycle.clauses).toContain(clause);
    expect(cycle.clauses.filter((id) => !citationOf(id))).toEqual([]);
  });

  test.each([
    ['永川二：看人口、收入、财产，还看消费', YONGCHUAN, ['people', 'income', 'property', 'spending'], 'YC67-2'],
    ['九龙坡五（三）：看人口、收入、财产', JIULONGPO, ['people', 'income', 'property'], 'JLP53-5-3a'],
    ['铜梁照国家：看家庭成员、收入、财产', TONGLIANG, ['people', 'income', 'property'], 'SAL2026-46'],
  ] as const)('核查看什么，%s', (_title, district, items, clause) => {
    expect(lookedAt(district)).toMatchObject({ items });
    expect(lookedAt(district).clauses).toContain(clause);
  });

  test.each([
    ['九龙坡四：可以延长，要写明事件', JIULONGPO, '2026-01-01', '暴雨', 'may-extend', 'JLP53-4-0b'],
    ['九龙坡没写明是什么事，不能延长', JIULONGPO, '2026-01-01', ' ', 'keep', 'JLP53-4-0b'],
    ['铜梁（二）四是：及时核查，不延长', TONGLIANG, '2026-01-01', '暴雨', 'review-now', 'TL42-C2n'],
    ['铜梁方案印发以前照国家办法，可以延长', TONGLIANG, '2025-09-07', '暴雨', 'may-extend', 'MCA57-31'],
    ['永川照国家办法，可以延长', YONGCHUAN, '2026-01-01', '暴雨', 'may-extend', 'MCA57-31'],
  ] as const)('重大突发事件，%s', (_title, district, date, event, answer, clause) => {
    const emergency = reviewInEmergency(district, on(date), event);
    expect(emergency.answer).toBe(answer);
    expect(emergency.clauses).toContain(clause);
    expect(emergency.until).toBeUndefined();
  });

  it('永川的七类人都在对象类型里', () => {
    expect(Object.keys(RECIPIENTS)).toEqual(
      expect.arrayContaining([
        'destitute',
        'subsistence',
        'disability-allowances',
        'orphan',
        'railway-disabled',
        'streamlined-retired',
        'three-allowances',
      ]),
    );
  });
});
