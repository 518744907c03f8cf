import { expect, it } from 'vitest';
import { trailLines } from './trail-lines.ts';

const entry = (at: string, what: string, who = '何丽') => ({ at: `2026-11-${at}:00+08:00`, who, what });

it('同一个人一天里看了几次，写成一行；别人的、别天的、办的事各是各的', () => {
  const lines = trailLines([
    entry('21T23:50', '看了申请'),
    entry('22T00:10', '看了申请'),
    entry('22T09:00', '打开看了'),
    entry('22T09:01', '看了申请'),
    entry('22T09:02', '看了申请', '黄春兰'),
    entry('22T09:03', '请居民补'),
    entry('22T09:04', '看了申请'),
    entry('22T09:05', '请居民补'),
  ]);
  expect(lines.map((l) => [l.who, l.what, l.times, l.at.slice(8, 16), l.from?.slice(8, 16)])).toEqual([
    ['何丽', '请居民补', 1, '22T09:05', undefined],
    ['何丽', '看了申请', 3, '22T09:04', '22T00:10'],
    ['何丽', '请居民补', 1, '22T09:03', undefined],
    ['黄春兰', '看了申请', 1, '22T09:02', undefined],
    ['何丽', '打开看了', 1, '22T09:00', undefined],
    ['何丽', '看了申请', 1, '21T23:50', undefined],
  ]);
});
