import { expect, test } from 'vitest';
import { lengthIn } from './length-in.ts';

test('几天内：前面的话、数字、后面的话', () => {
  expect(lengthIn('3 个工作日内，镇上给您回话')).toEqual({ days: '3', after: '个工作日内，镇上给您回话' });
  expect(lengthIn('镇上收下（受理）那天起，30 个工作日内有结果')).toEqual({
    before: '镇上收下（受理）那天起，',
    days: '30',
    after: '个工作日内有结果',
  });
});

test('没写几天的、写的不是工作日的，原样', () => {
  for (const sentence of ['来两个人，到家里看看', '在社区张榜 7 天（公示）']) expect(lengthIn(sentence)).toEqual({ after: sentence });
});
