import { describe, expect, it } from 'vitest';
import { caseView } from '../../../test/fixtures.ts';
import { crossCheckOf, mayNotBeChecked, statementRows } from './signatures.ts';

const DAY = '2026-11-22';

describe('谁签了', () => {
  it('已签、还没签、孩子各是各的', () => {
    expect(crossCheckOf(caseView(), DAY).map((m) => `${m.name}:${m.standing}`)).toEqual([
      '李素芬:signed',
      '张国福:signed',
      '张伟:not-yet',
      '王小梅:signed',
      '张小宇:child',
    ]);
  });

  it('没同意的大人不能核对；不知道几岁的不当孩子', () => {
    const view = caseView();
    expect(mayNotBeChecked(crossCheckOf(view, DAY))).toEqual(['张伟']);
    const members = view.form.members.map(({ birthDate: _, ...m }) => m);
    expect(mayNotBeChecked(crossCheckOf({ ...view, form: { ...view.form, members } }, DAY))).toEqual(['张伟', '张小宇']);
  });

  it('每份同意写谁签的、哪个版本', () => {
    expect(
      statementRows(caseView()).map((r) => [r.statement, r.current, r.signed.map((s) => s.name).join('、'), r.notYet.join('、')]),
    ).toEqual([
      ['cross-check', true, '李素芬、张国福、王小梅', '张伟'],
      ['truthfulness', true, '李素芬', ''],
      ['sensitive-data', true, '李素芬', ''],
    ]);
  });

  it('旧版本写明是旧的，不和新的合在一起', () => {
    const view = caseView();
    const signatures = view.signatures.map((s, i) => (i === 0 ? { ...s, version: '2025-01-01' } : s));
    expect(statementRows({ ...view, signatures }).map((r) => r.current)).toEqual([false, true, true, true]);
  });
});
