import type { ProcedureStep } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { emptyFilling, eventOf, unfilled } from './fill.ts';

const step = (kind: ProcedureStep['kind'], ...fields: ProcedureStep['asks'][number]['field'][]): ProcedureStep => ({
  kind,
  title: '',
  by: ['township'],
  mine: true,
  possible: true,
  done: 0,
  missing: [],
  asks: fields.map((field) => ({ field })),
  clauses: [],
});
const TODAY = '2026-11-22';
const empty = emptyFilling(TODAY, '何丽', [{ kind: 'subsistence', yuan: '' }]);

describe('记一步', () => {
  it('差什么就说什么；写全了就不说', () => {
    const opinion = step('opinion', 'reason', 'proposal');
    expect(unfilled(opinion, empty)).toEqual(['原因', '每月多少']);
    expect(unfilled(opinion, { ...empty, reason: '看过', benefits: [{ kind: 'subsistence', yuan: '640' }] })).toEqual([]);
    expect(unfilled(opinion, { ...empty, reason: '够不上', nothing: true })).toEqual([]);
  });

  it('金额按分送，不给就是空的', () => {
    const opinion = step('opinion', 'reason', 'proposal');
    const filled = { ...empty, reason: ' 看过 ', benefits: [{ kind: 'subsistence' as const, yuan: '640.5' }] };
    expect(eventOf(opinion, filled, TODAY)).toEqual({
      kind: 'opinion',
      reason: '看过',
      proposal: { benefits: [{ kind: 'subsistence', amount: 64050 }] },
    });
    expect(eventOf(opinion, { ...filled, nothing: true }, TODAY).proposal).toEqual({ benefits: [] });
  });

  it('要调查报告的地方：十项缺哪一项说哪一项，写全了才送', () => {
    const visited: ProcedureStep = {
      ...step('visited', 'visit'),
      asks: [{ field: 'visit' }, { field: 'survey', among: ['收入', '饮水安全'].map((id) => ({ id, title: id })) }],
    };
    expect(unfilled(visited, { ...empty, survey: { 收入: '务工每月 900 元' } })).toEqual(['饮水安全']);
    const whole = { ...empty, survey: { 收入: '务工每月 900 元', 饮水安全: ' 自来水 ' } };
    expect(unfilled(visited, whole)).toEqual([]);
    expect(eventOf(visited, whole, TODAY).survey).toEqual([
      { about: '收入', words: '务工每月 900 元' },
      { about: '饮水安全', words: '自来水' },
    ]);
  });

  it('走访：空着的第二个名字不送；电话就写明住外地；补记的写哪天', () => {
    const visited = step('visited', 'visit');
    expect(eventOf(visited, { ...empty, on: '2026-11-20', way: 'phone' }, TODAY)).toEqual({
      kind: 'visited',
      on: '2026-11-20',
      visit: { visitors: ['何丽'], way: 'phone', livesElsewhere: true },
    });
  });

  it('没问的不送', () => {
    expect(eventOf(step('notice-posted'), { ...empty, reason: '写了也不送', ground: 'died' }, TODAY)).toEqual({ kind: 'notice-posted' });
  });
});
