import type { Fen } from '@assist/policy';
import { civilDate, datedTable } from '@assist/policy';
import { CITY, NATION, row, until, yuan } from './rows.ts';

/**
 * What residents had to spend in the year before, a person a year. Only 2024's was found (F3-15), so it holds in 2025 and not
 * after: for 2026 the figure of 2025 is wanted (F3-16).
 */
export const DISPOSABLE_INCOME = datedTable<Fen>('disposable-income', '上年度居民人均可支配收入（每人每年）', [
  { ...until(row(yuan(49_778), CITY, '2025-01-01', 'F3-15', 'mirror'), '2025-12-31'), area: 'urban' },
  { ...until(row(yuan(22_221), CITY, '2025-01-01', 'F3-15', 'mirror'), '2025-12-31'), area: 'rural' },
]);

/** Necessary spending is at least this part of income. */
export const RIGID_RATIO = datedTable<number>('rigid-ratio', '刚性支出占家庭总收入的最低比例', [
  row(0.7, CITY, civilDate('2025-04-14'), 'F4-22', 'second-hand'),
]);

/** How long the recognition lasts, in months. */
export const RIGID_VALID_MONTHS = datedTable<number>('rigid-valid-months', '刚性支出困难家庭认定有效几个月', [
  row(12, NATION, '2025-01-01', 'MCA57R-10', 'full-text'),
]);
