import { EVENTS, TEMPORARY } from '@assist/policy-chongqing';
import { expect, it } from 'vitest';
import { DECISION_WORDS } from '../message/words-of-decision.ts';
import { standingWords, stepWords } from './words.ts';

it('渐退期开始，不说“按新的”：金额没有变；停发，说清楚发到哪个月', () => {
  expect(standingWords('taper', 'takes-effect', '生效')).toMatch(/照原来的发/);
  expect(standingWords('stop', 'takes-effect', '生效')).toMatch(/这个月照发，下个月起不再发/);
  expect(standingWords('cut', 'takes-effect', '生效')).toMatch(/从下个月起按新的/);
});

it('走过的步骤说给本人听：先说做了什么，文件里的叫法放在后面', () => {
  expect((['visited', 'opinion', 'notice-posted'] as const).map((kind) => stepWords(kind, EVENTS[kind]))).toEqual([
    '到家里看过（入户走访）',
    '镇上先看，写了意见（初审）',
    '在社区张榜（公示）',
  ]);
  expect(stepWords('paid', EVENTS.paid)).toBe('发放');
});

it('临时救助不公示、镇街也可以定：不说公示、区里、书面决定，照样一句一句说得清', () => {
  for (const { event } of TEMPORARY.steps)
    if (event !== 'refused' && event !== 'letter-delivered')
      expect(standingWords('temporary', event, EVENTS[event])).not.toMatch(/公示|区里|区民政局|书面|核对/);
  for (const kind of ['decision-confirmed', 'decision-refused'] as const)
    expect(DECISION_WORDS[kind].title + DECISION_WORDS[kind].sentence({ office: '杨家坪街道' })).not.toMatch(/区里|区民政局|书面的决定会/);
});
