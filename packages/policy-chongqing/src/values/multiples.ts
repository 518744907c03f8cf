import { datedTable } from '@assist/policy';
import { NATION, row } from './rows.ts';

/** The line of a marginal family as a multiple of the standard. The Law (art. 21) lets the city move it. */
export const MARGINAL_MULTIPLE = datedTable<number>('marginal-multiple', '低保边缘线是低保标准的几倍', [
  row(1.5, NATION, '2021-07-01', 'MCA57-8', 'full-text'),
]);

/** From this birthday on a child is grown up. */
export const ADULT_AGE = datedTable<number>('adult-age', '成年年龄', [row(18, NATION, '2021-07-01', 'DESTITUTE2021-24', 'full-text')]);

/** Whether the centrally set basic pension counts as income; the text that leaves it out ends with the year 2025. */
export const BASIC_PENSION = datedTable<'left-out' | 'open'>('basic-pension-counts', '城乡居民基础养老金算不算收入', [
  row('left-out', NATION, '2021-07-01', 'MCA57-13', 'full-text'),
  row('open', NATION, '2026-01-01', 'F1-25', 'full-text'),
]);
