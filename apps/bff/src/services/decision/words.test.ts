import { expect, it } from 'vitest';
import { standingWords } from './words.ts';

it('渐退期开始，不说“按新的”：金额没有变；停发，说清楚发到哪个月', () => {
  expect(standingWords('taper', 'takes-effect', '生效')).toMatch(/照原来的发/);
  expect(standingWords('stop', 'takes-effect', '生效')).toMatch(/这个月照发，下个月起不再发/);
  expect(standingWords('cut', 'takes-effect', '生效')).toMatch(/从下个月起按新的/);
});
