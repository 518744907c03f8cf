import type { CivilDate, DivisionCode } from '@assist/policy';
import { APPLICATION, DESTITUTE_APPLICATION, type EventKind, inDistrict, RIGID_APPLICATION } from '@assist/policy-chongqing';
import { expect, test } from 'vitest';
import { stagesIn } from './stages.ts';

const ON = '2026-11-20' as CivilDate;
const JIULONGPO = '500107' as DivisionCode;
const TONGLIANG = '500151' as DivisionCode;
/** One event a day, from the twentieth on. */
const record = (...kinds: EventKind[]) => kinds.map((kind, i) => ({ kind, on: `2026-11-${20 + i}` as CivilDate }));
const told = (...kinds: EventKind[]) =>
  stagesIn(inDistrict(APPLICATION, JIULONGPO, ON), record(...kinds)).map(({ sentence, on }) =>
    on ? `${on.slice(8)} ${sentence}` : sentence,
  );

const ALL = ['核收入、存款、房车', '到家里看看', '镇上先看（初审）', '社区张榜 7 天（公示）', '区里定（审核确认）', '书面告诉您结果'];

test('收下那天：六步都在前面，每一步带条款', () => {
  expect(told('sent', 'accepted')).toEqual(ALL);
  for (const procedure of [APPLICATION, DESTITUTE_APPLICATION, RIGID_APPLICATION])
    for (const stage of stagesIn(inDistrict(procedure, JIULONGPO, ON), [])) expect(stage.clauses.length, stage.sentence).toBeGreaterThan(0);
});

test('做完的按做的先后带日子，没做的照次序', () => {
  expect(told('sent', 'accepted', 'visited', 'check-requested', 'check-done')).toEqual([
    '22 到家里看看',
    '24 核收入、存款、房车',
    ...ALL.slice(2),
  ]);
});

const UNTIL_DECIDED = ['check-done', 'visited', 'opinion', 'notice-posted', 'forwarded'] as const;

test('有人提异议、问邻里、重新提了意见：家里的进度和没有人提过一样', () => {
  const quiet = told('check-done', 'visited', 'opinion', 'notice-posted');
  expect(quiet).toEqual(['20 核收入、存款、房车', '21 到家里看看', '22 镇上先看（初审）', '23 社区张榜 7 天（公示）', ...ALL.slice(4)]);
  expect(
    told('check-done', 'visited', 'opinion', 'notice-posted', 'objected', 'neighbours-asked', 'objection-answered', 'opinion'),
  ).toEqual(quiet);
});

test('谁来定，照这个区的规则写：镇街确认的写镇上', () => {
  const here = inDistrict(APPLICATION, JIULONGPO, ON);
  const handedDown = {
    ...here,
    steps: here.steps.map((step) => (step.event === 'confirmed' ? { ...step, by: ['township'] as const } : step)),
  };
  expect(stagesIn(handedDown, []).map((one) => one.sentence)).toContain('镇上定（审核确认）');
  expect(stagesIn(handedDown, record('opinion', 'refused')).map((one) => one.sentence)).toContain('镇上这次没有确认，以后随时可以再申请');
});

test('没有确认：照实说，依据是不予确认的那几条；又有了新意见，就还在等决定', () => {
  const refused = stagesIn(inDistrict(APPLICATION, JIULONGPO, ON), record(...UNTIL_DECIDED, 'refused', 'letter-delivered'));
  expect(refused.slice(-2).map(({ sentence, on }) => [sentence, on])).toEqual([
    ['区里这次没有确认，以后随时可以再申请', '2026-11-25'],
    ['书面告诉您结果', '2026-11-26'],
  ]);
  expect(refused.at(-2)?.clauses.map((one) => one.id)).toContain('SAL2026-45');
  expect(told(...UNTIL_DECIDED, 'refused', 'letter-delivered', 'opinion').slice(-2)).toEqual(ALL.slice(4));
});

test('村社评议：铜梁要，写在前面；特困由镇街定，做了才写', () => {
  const first = (procedure: typeof APPLICATION, district: DivisionCode, ...kinds: EventKind[]) =>
    stagesIn(inDistrict(procedure, district, ON), record(...kinds)).map((one) => one.sentence);
  expect(first(APPLICATION, TONGLIANG)).toContain('村社评议');
  expect(first(DESTITUTE_APPLICATION, JIULONGPO)).not.toContain('村社评议');
  expect(first(DESTITUTE_APPLICATION, JIULONGPO, 'village-reviewed')[0]).toBe('村社评议');
});
