import { describe, expect, it, test } from 'vitest';
import { fenOf, yuan } from './money.ts';

describe('钱', () => {
  test.each([
    [198000, '1,980 元'],
    [198001, '1,980.01 元'],
    [198010, '1,980.10 元'],
    [0, '0 元'],
  ])('%i 分写成 %s', (fen, text) => expect(yuan(fen)).toBe(text));
  test.each([
    ['1,980', 198000],
    ['1980.1', 198010],
    ['0.07', 7],
    [' 12 ', 1200],
  ])('“%s” 是 %i 分', (typed, fen) => expect(fenOf(typed)).toBe(fen));
  it('写的不是钱就不是钱', () => {
    for (const typed of ['', '-5', '1.234', '五百', '1e3', '12元']) expect(fenOf(typed)).toBeUndefined();
  });
});
