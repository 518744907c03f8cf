import type { DecisionView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import { decisionDrawing, wordsOfDecision } from './decision-picture.ts';

const cited = (sentence: string, label: string) => ({ sentence, clauses: [{ id: label, label, gist: '' }] });
const view: DecisionView = {
  runId: '00000000-0000-4000-8000-000000000001',
  title: '低保的申请',
  number: '杨家坪 2611-0007-K',
  openedOn: '2026-11-01' as CivilDate,
  ended: true,
  office: { id: 'o', name: '杨家坪街道办事处', divisionCode: '500107001', live: true, sample: true } as unknown as DecisionView['office'],
  standing: cited('办完了。', '甲 一'),
  decision: { kind: 'refused', on: '2026-11-20' as CivilDate, sentence: cited('这次没有确认。', '乙 二'), reason: '收入高于线' },
  objections: { possible: false, sentence: cited('', ''), own: [] },
  remedies: [cited('六十天内可以申请复议。', '丙 三')],
  same: cited('', ''),
  steps: [],
};

test('大字印的一张：决定、为什么、依据、不服怎么办、找谁，一样不少；没有的不写标题', () => {
  const words = wordsOfDecision(view);
  const text = words.map((one) => one.text);
  expect(text).toEqual([
    '关于低保的申请',
    '编号：杨家坪 2611-0007-K',
    '这上面是您家的事，给信得过的人看。',
    '现在',
    '办完了。',
    '甲 一',
    '决定，2026年11月20日',
    '这次没有确认。',
    '乙 二',
    '为什么：收入高于线',
    '不服，可以这样',
    '六十天内可以申请复议。',
    '丙 三',
    '有事找',
    '杨家坪街道办事处',
  ]);
  expect(Math.min(...words.map((one) => one.size))).toBeGreaterThanOrEqual(20);
  const drawn = decisionDrawing(view, (part) => part.length * 24);
  expect(drawn.marks.every((mark) => mark.baseline < drawn.height)).toBe(true);
});
