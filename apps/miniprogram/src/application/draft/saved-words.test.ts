import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import type { DraftRecord } from './draft-record.ts';
import { savedWords } from './saved-words.ts';

const today = '2026-11-22' as CivilDate;
const record = (keptUntil?: string): DraftRecord => ({
  draftId: 'd',
  applicationId: 'a',
  form: { formVersion: 1 },
  beside: {},
  change: 1,
  savedAt: Date.parse('2026-11-22T14:32:00+08:00'),
  ...(keptUntil && { server: { revision: 1, savedAt: '', keptUntil, change: 1 } }),
});

test('存到服务器了：写几时存的、留到几时', () => {
  const state = { record: record('2026-12-20T10:00:00+08:00'), phone: 'saved', server: 'saved' } as const;
  expect(savedWords(state, today)).toEqual({ words: '已保存 14:32，替您留到 12月20日', safe: true });
});
test('没网、没登录：说在这部手机里', () => {
  expect(savedWords({ record: record(), phone: 'saved', server: 'waiting' }, today)).toEqual({
    words: '已保存 14:32，在这部手机里',
    safe: false,
  });
});
test('打完字还没写进手机的那一下，不说存好了', () => {
  expect(savedWords({ record: record(), phone: 'saving', server: 'waiting' }, today)).toEqual({ words: '正在存', safe: false });
  expect(savedWords({ record: record(), phone: 'saving', server: 'saving' }, today).words).toBe('正在存');
});
test('快到期的七天里多说一句', () => {
  const at = (day: string) => savedWords({ record: record(`${day}T10:00:00+08:00`), phone: 'saved', server: 'saved' }, today).soon;
  expect(at('2026-11-29')).toBe('填的留到 11月29日。再填一样，就再留 30 天。');
  expect(at('2026-11-30')).toBeUndefined();
});
test('手机放满了直说；服务器存到了就不吓人', () => {
  expect(savedWords({ record: record(), phone: 'full', server: 'waiting' }, today).words).toContain('放满');
  expect(savedWords({ record: record('2026-12-20T10:00:00+08:00'), phone: 'full', server: 'saved' }, today).words).toContain('留到');
});
