import type { RealityCheck } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import { cleanCode, factsOf } from './answer.ts';

const sentence = { sentence: '是我们的人', clauses: [] };

test('写成小写、带空格、带横杠，都是同一个码', () => {
  expect([' m4p8 ', 'M4-P8', 'm4 p8'].map(cleanCode)).toEqual(['M4P8', 'M4P8', 'M4P8']);
});

test('来的人：哪里的、哪天、谁来；没写的不编', () => {
  const visitor = { kind: 'visitor', office: '杨家坪街道办事处', day: '2026-11-26', half: 'morning', visitors: ['何丽', '李强'], sentence };
  expect(factsOf(visitor as RealityCheck, (day: CivilDate) => day)).toEqual([
    { name: '哪里的', value: '杨家坪街道办事处' },
    { name: '哪天', value: '2026-11-26上午' },
    { name: '谁来', value: '何丽、李强' },
  ]);
  expect(factsOf({ kind: 'unknown', sentence }, (day) => day)).toEqual([]);
});
