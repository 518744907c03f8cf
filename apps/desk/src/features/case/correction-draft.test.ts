import { correctionRequestSchema } from '@assist/contracts';
import { describe, expect, it } from 'vitest';
import { uuid } from '../../../test/fixtures.ts';
import { draftProblems, readDraft, requestOf, TEMPLATES } from './correction-draft.ts';

const draft = {
  correctionId: uuid(1),
  items: [
    { key: 'a', title: ' 户口簿 ', reason: '请拍首页', evidence: 'household-register' as const, memberId: 'm1' },
    { key: 'b', title: '', reason: '  ' },
  ],
};

describe('请补的草稿', () => {
  it('没写标题和原因的，指到那一行', () => {
    expect(draftProblems(draft)).toEqual([
      { key: 'b', field: 'title', sentence: '要补什么？' },
      { key: 'b', field: 'reason', sentence: '为什么要补？写给居民看的一句话' },
    ]);
    expect(draftProblems({ ...draft, items: draft.items.slice(0, 1) })).toEqual([]);
  });

  it('送出去的去掉空白和没选的', () => {
    expect(requestOf(draft).items).toEqual([
      { title: '户口簿', reason: '请拍首页', evidence: 'household-register', memberId: 'm1' },
      { title: '', reason: '' },
    ]);
  });

  it('存下来再读，一样；坏了的当没有', () => {
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    for (const bad of [null, 3, {}, { correctionId: 1, items: [] }, { correctionId: 'x', items: [] }]) expect(readDraft(bad)).toBeNull();
    expect(readDraft({ correctionId: 'x', items: [{ title: 5, evidence: 'nothing' }] })?.items).toEqual([
      { key: '0', title: '', reason: '' },
    ]);
  });

  it('现成的话都送得出去，不带责备，也不说失败', () => {
    for (const t of TEMPLATES) {
      expect(correctionRequestSchema.safeParse({ items: [{ title: t.title, reason: t.reason, evidence: t.evidence }] }).success).toBe(true);
      expect(t.reason).not.toMatch(/失败|必须|否则|不合格|不通过|逾期|后果/);
    }
  });
});
