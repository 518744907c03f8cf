import { describe, expect, test } from 'vitest';
import type { Quantity } from './receipt.ts';
import { quantityText, yuanText } from './text.ts';
import { fen } from './units.ts';

describe('figures in words', () => {
  test.each([
    [77_000, '770 元'],
    [115_500, '1,155 元'],
    [115_550, '1,155.50 元'],
    [5, '0.05 元'],
    [0, '0 元'],
    [-2_900, '-29 元'],
    [123_456_789, '1,234,567.89 元'],
  ])('%i fen is %s', (amount, text) => expect(yuanText(fen(amount))).toBe(text));

  test.each([
    [{ unit: 'persons', value: 3 }, '3 人'],
    [{ unit: 'ratio', value: 0.7 }, '70%'],
    [{ unit: 'ratio', value: 0.333_33 }, '33.33%'],
    [{ unit: 'months', value: 6 }, '6 个月'],
    [{ unit: 'date', value: '2026-07-01' }, '2026年7月1日'],
  ] as [Quantity, string][])('%j is %s', (quantity, text) => expect(quantityText(quantity)).toBe(text));
});
