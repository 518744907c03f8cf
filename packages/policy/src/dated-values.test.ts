import { describe, expect, it } from 'vitest';
import { civilDate } from './civil-date.ts';
import { datedTable, firstDay, valueOn } from './dated-values.ts';
import type { DivisionCode } from './units.ts';

const at = civilDate;
const JIULONGPO = '500107' as DivisionCode;
const DAZU = '500111' as DivisionCode;
const row = (value: number, scope: string, from: string, rest: object = {}) => ({
  value,
  scope,
  from: at(from),
  source: 'F0-1',
  certainty: 'page' as const,
  ...rest,
});

describe('a dated value', () => {
  const table = datedTable('standard', '标准', [
    row(1, 'CN', '2020-01-01'),
    row(2, '50', '2022-01-01'),
    row(3, '500107', '2023-01-01'),
    row(4, '50', '2024-01-01', { area: 'rural' }),
    row(5, 'CN', '2025-01-01'),
    row(6, '50', '2025-01-01'),
    row(7, '500107', '2025-01-01', { until: at('2025-06-30') }),
  ]);
  const value = (day: string, district = JIULONGPO, area?: 'urban' | 'rural') => valueOn(table, at(day), district, area)?.value;

  it('is nothing before the first day, and is not invented', () => expect(value('2019-12-31')).toBeUndefined());
  it('begins on its day and not the day before', () => expect([value('2021-12-31'), value('2022-01-01')]).toEqual([1, 2]));
  it('of a district holds there only', () => expect([value('2023-01-01'), value('2023-01-01', DAZU)]).toEqual([3, 2]));
  it('of one area holds for that area only', () =>
    expect([value('2024-01-01', DAZU, 'rural'), value('2024-01-01', DAZU, 'urban')]).toEqual([4, 2]));
  it('of one day: district over city over nation', () => expect([value('2025-01-01'), value('2025-01-01', DAZU)]).toEqual([7, 6]));
  it('ends after its last day', () => expect([value('2025-06-30'), value('2025-07-01')]).toEqual([7, 6]));
  it('of elsewhere is not ours', () => expect(value('2025-01-01', '510104' as DivisionCode)).toBe(5));
  it('knows its first day', () => expect(firstDay(table)).toBe('2020-01-01'));
  it('refuses two answers to one question', () =>
    expect(() => datedTable('x', 'x', [row(1, 'CN', '2020-01-01'), row(2, 'CN', '2020-01-01')])).toThrow('two rows'));
});
