import { APPLICATION_STATE_NAMES, type ApplicationState, type ApplicationView } from '@assist/contracts';
import { expect, test } from 'vitest';
import { messagesOf } from './messages-of.ts';

const at = (minute: number) => `2026-11-22T10:0${minute}:00+08:00`;
const view = (states: readonly ApplicationState[], asked: readonly (readonly string[])[]): ApplicationView =>
  ({
    receipt: { applicationId: 'a', number: '云岭 261122-001-K' },
    state: states.at(-1),
    timeline: states.map((state, i) => ({ at: at(i), state, sentence: APPLICATION_STATE_NAMES[state] })),
    corrections: asked.map((titles, i) => ({ id: `c${i}`, askedAt: at(i), items: titles.map((title) => ({ title })) })),
  }) as unknown as ApplicationView;

test('新的在前；题目下面只写题目没说的', () => {
  const all = messagesOf([
    view(['received', 'opened', 'correction-asked', 'correction-answered', 'accepted'], [['住院的单子', '房东的电话']]),
  ]);
  expect(all.map((m) => [m.state, m.more])).toEqual([
    ['accepted', '期限从这天起算'],
    ['correction-answered', undefined],
    ['correction-asked', '住院的单子等 2 样'],
    ['opened', undefined],
    ['received', undefined],
  ]);
});

test('请补了两次，各写各的', () => {
  const all = messagesOf([view(['correction-asked', 'correction-answered', 'correction-asked'], [['住院的单子'], ['房东的电话']])]);
  expect(all.filter((m) => m.state === 'correction-asked').map((m) => m.more)).toEqual(['房东的电话', '住院的单子']);
});
