import { describe, expect, it } from 'vitest';
import { type MetForm, metProblem, metWhom, wantsSecond } from './met-form.ts';

const TODAY = '2026-11-22';
const form = (change: Partial<MetForm> = {}): MetForm => ({
  contact: 'office-manual',
  on: TODAY,
  where: '',
  second: '',
  name: '',
  kind: 'resident-identity',
  number: '',
  ...change,
});

describe('登记见过', () => {
  it('窗口一个人就够；上门要两个人，先说出来，第二个不能是自己', () => {
    expect(metProblem(form(), true, '何丽', TODAY)).toBeUndefined();
    for (const contact of ['visit', 'review-visit'] as const) {
      expect(wantsSecond(form({ contact }))).toBe(true);
      expect(metProblem(form({ contact }), true, '何丽', TODAY)).toContain('第二个人');
      expect(metProblem(form({ contact, second: ' 何丽 ' }), true, '何丽', TODAY)).toContain('第二个人');
      expect(metProblem(form({ contact, second: '罗强' }), true, '何丽', TODAY)).toBeUndefined();
    }
    expect(wantsSecond(form({ contact: 'review-phone' }))).toBe(false);
  });

  it('明天的、空着的日子，没选办法：说出来', () => {
    expect(metProblem(form({ on: '2026-11-23' }), true, '何丽', TODAY)).toContain('今天或以前');
    expect(metProblem(form({ on: '' }), true, '何丽', TODAY)).toContain('今天或以前');
    expect(metProblem(form({ contact: undefined }), true, '何丽', TODAY)).toContain('选一种');
  });

  it('不在册的：姓名和号码照证件写，号码抄错一位说出来', () => {
    // The example that GB 11643 itself prints.
    const person = { name: ' 李素芬 ', number: '11010519491231002x' };
    expect(metProblem(form(), false, '何丽', TODAY)).toContain('姓名');
    expect(metProblem(form({ ...person, number: '110105194912310021' }), false, '何丽', TODAY)).toContain('看错');
    expect(metProblem(form(person), false, '何丽', TODAY)).toBeUndefined();
    expect(metWhom(form(person), undefined)).toEqual({
      name: '李素芬',
      paper: { kind: 'resident-identity', number: '11010519491231002X' },
    });
    expect(metWhom(form(person), { caseId: 'c', memberId: 'm1' })).toEqual({ caseId: 'c', memberId: 'm1' });
  });
});
