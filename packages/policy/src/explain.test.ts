import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import type { Receipt } from './receipt.ts';
import type { CivilDate, DivisionCode } from './units.ts';
import { fen } from './units.ts';

const receipt: Receipt = {
  packageName: 'p',
  packageVersion: '1',
  assessedOn: '2026-11-22' as CivilDate,
  district: '500107' as DivisionCode,
  facts: {},
  notices: [],
  findings: [
    {
      rule: 'income',
      verdict: 'not-met',
      reason: 'above',
      clauses: ['A-1', 'GONE-9'],
      numbers: { line: { unit: 'fen-per-month', value: fen(77_000) } },
      missing: [],
      certainty: 'page',
      children: [{ rule: 'old-rule', verdict: 'for-officer', clauses: ['A-1'], numbers: {}, missing: [], certainty: 'page', children: [] }],
    },
  ],
};
const wording = {
  node: (id: string) =>
    id === 'income' ? { title: '收入', sentences: { 'not-met': '比线 {line}高。', 'not-met/above': '比线 {line}高 {over}。' } } : undefined,
  citation: (id: string) => (id === 'A-1' ? { id, label: '某文件 一', gist: '说了什么' } : undefined),
  label: (name: string) => (name === 'line' ? '线' : undefined),
};

describe('a receipt in words', () => {
  const [finding] = explain(receipt, wording);
  it('never says a sentence with a hole in it: without the figure of the reason it says the verdict', () => {
    expect(finding?.sentence).toBe('比线 770 元高。');
  });
  it('takes the sentence of the reason and fills in its figures', () => {
    const [first] = receipt.findings;
    const over = { unit: 'fen-per-month', value: fen(1) } as const;
    const whole = { ...receipt, findings: first ? [{ ...first, numbers: { ...first.numbers, over } }] : [] };
    expect(explain(whole, wording)[0]?.sentence).toBe('比线 770 元高 0.01 元。');
  });
  it('labels clauses and figures', () => {
    expect(finding?.clauses).toEqual([
      { id: 'A-1', label: '某文件 一', gist: '说了什么' },
      { id: 'GONE-9', label: 'GONE-9', gist: '' },
    ]);
    expect(finding?.numbers).toEqual([{ name: 'line', label: '线', text: '770 元' }]);
  });
  it('still tells a rule that this version no longer has', () => {
    expect(finding?.children[0]).toMatchObject({ title: '以前版本里的一条规则', sentence: '这一条要工作人员看过才能定。' });
  });
});
