import type { FindingView } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { caseView, FINDINGS } from '../../../test/fixtures.ts';
import { forOfficer, memberName, numbersText, stillUnknown, tally } from './findings.ts';

describe('规则结果', () => {
  it('要人定的挑到叶子，另放一处，写在哪项下面', () => {
    expect(forOfficer(FINDINGS).map((o) => [o.benefit, o.finding.title])).toEqual([
      ['低保边缘', '低保边缘，车辆'],
      ['低保边缘', '重残的人，能不能单独算'],
    ]);
  });

  it('藏在已有结论下面的没问清也找得到', () => {
    expect(stillUnknown(FINDINGS).map((o) => o.finding.title)).toEqual(['低保，财产']);
  });

  it('两项待遇问同一件事，只列一次', () => {
    const [first] = FINDINGS;
    if (!first) throw new Error('fixture');
    expect(stillUnknown([first, { ...first, rule: 'another' }])).toHaveLength(1);
  });

  it('没有叶子的要人定，就是它自己', () => {
    const alone = { ...FINDINGS[1], children: [] } as (typeof FINDINGS)[number];
    expect(forOfficer([alone])).toEqual([{ finding: alone }]);
  });

  it('上面写了是谁，下面的也是说他', () => {
    const base = FINDINGS[1] as FindingView;
    const person = {
      ...base,
      title: '这位家人',
      member: 'm2',
      children: [
        { ...base, title: '甲', children: [] },
        { ...base, title: '乙', sentence: '乙要看', children: [] },
      ],
    };
    const tree = { ...base, children: [person, { ...base, verdict: 'met' as const, children: [] }] };
    expect(forOfficer([tree]).map((o) => [o.benefit, o.finding.title, o.member])).toEqual([
      ['低保边缘', '甲', 'm2'],
      ['低保边缘', '乙', 'm2'],
    ]);
  });

  it('只有一条的，用上面那句', () => {
    const base = FINDINGS[1] as FindingView;
    const only = { ...base, title: '住房救助', sentence: '由镇街看过再定', children: [{ ...base, title: '适用的家庭', children: [] }] };
    expect(forOfficer([only]).map((o) => [o.benefit, o.finding.title])).toEqual([[undefined, '住房救助']]);
  });

  it('各有几样，没有的不写', () => {
    expect(tally(FINDINGS)).toEqual([
      { verdict: 'for-officer', count: 1 },
      { verdict: 'not-met', count: 1 },
    ]);
  });

  it('说到谁就写谁，数带名字', () => {
    expect(memberName(caseView(), 'm2')).toBe('张国福');
    expect(memberName(caseView(), undefined)).toBeUndefined();
    expect(numbersText(FINDINGS[0]?.children[0] as never)).toBe('人均 1,060 元 · 标准 770 元');
  });
});
