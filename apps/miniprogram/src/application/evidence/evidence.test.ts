import { type DraftForm, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { citationOf } from '@assist/policy-chongqing';
import { describe, expect, test } from 'vitest';
import { withSignature } from '../sign/signatures.ts';
import { APPLY_CITED } from './cited.ts';
import { answerOf, evidenceToSend, promiseOpen, withAnswer } from './evidence-answers.ts';
import { lookedUp, wantedEvidence } from './evidence-list.ts';

const form = (part: Partial<DraftForm> = {}): DraftForm => ({
  formVersion: 1,
  members: [{ id: 'm1', relation: 'self', name: '李素芬' }],
  ...part,
});
const signatures = withSignature([], 'declaration', true, '2026-11-22T10:00:00+08:00');

describe('没有单子', () => {
  test('换一种说法，写过的话还在', () => {
    const one = withAnswer(withAnswer(form(), 'income', { way: 'cannot-get', words: '老板不开' }), 'income', { way: 'declare' });
    expect(one.evidence).toEqual([{ about: 'income', way: 'declare', words: '老板不开' }]);
    expect(withAnswer(form(), 'income', { words: '没选就写' }).evidence).toBeUndefined();
  });
  test('选了承诺没点头：不拦，这一样当还没说；点了头才带上，记着哪一版、哪段字', () => {
    const one = withAnswer(form(), 'income', { way: 'declare', words: '每月约 900 元' });
    expect([promiseOpen(one, {}), evidenceToSend(one, {})]).toEqual([true, []]);
    expect(promiseOpen(one, { signatures })).toBe(false);
    expect(evidenceToSend(one, { signatures })).toEqual([{ about: 'income', way: 'declare', words: '每月约 900 元' }]);
    expect(signatures[0]).toMatchObject({ version: STATEMENTS.declaration.version, hash: STATEMENT_HASHES.declaration, status: 'given' });
  });
  test('以前的小程序里点过“以后补”的草稿：带过来，当现在找不到', () => {
    const beside = { later: ['medical'] as const };
    expect(answerOf(form(), beside, 'medical')?.way).toBe('cannot-find');
    expect(evidenceToSend(form(), beside)).toEqual([{ about: 'medical', way: 'cannot-find' }]);
    const since = withAnswer(form(), 'medical', { way: 'not-me', words: '  ' });
    expect(evidenceToSend(since, beside)).toEqual([{ about: 'medical', way: 'not-me' }]);
  });
});

describe('要哪些、不要哪些', () => {
  test('能核对到的一样不要：户口簿、存款房子车、养老金', () => {
    const all = form({
      members: [{ id: 'm1', relation: 'self', name: '李素芬', income: [{ kind: 'basic-pension', amount: 30000 as Fen, per: 'month' }] }],
      assets: { financial: 100000 as Fen, vehicles: [{ kind: 'car' as never }], dwellings: [{ squareMetres: 60 }], businesses: 1 },
    });
    const asked = wantedEvidence(all).map((w) => w.about);
    for (const kind of ['household-register', 'property', 'income']) expect(asked).not.toContain(kind);
    expect(lookedUp(all)).toEqual(['户口', '养老金、失业金', '房子', '车', '存款', '开的店和公司']);
    expect(lookedUp(form())).toEqual(['户口']);
  });
  test('打工的钱没处查，才问有没有单子', () => {
    const paid = form({
      members: [{ id: 'm1', relation: 'self', name: '李素芬', income: [{ kind: 'wage', amount: 1 as Fen, per: 'month' }] }],
    });
    expect(wantedEvidence(paid).map((w) => w.about)).toContain('income');
  });
  test.each(Object.values(APPLY_CITED))('$id 和政策包里写的一样', (cited) => {
    expect(citationOf(cited.id)).toEqual(cited);
  });
});
