import { datedTable } from '@assist/policy';
import { CITY, NATION, row } from './rows.ts';

/** Months without any income before the epidemic's one-off help (YM239-1-5a). */
export const EPIDEMIC_MONTHS = datedTable<number>('epidemic-months', '受疫情影响连续几个月没有收入', [
  row(3, CITY, '2022-11-25', 'YM239-1-5a', 'full-text'),
]);
/** A small sum given first is at most so many months' standard. */
export const SMALL_SUM_MONTHS = datedTable<number>('small-sum-months', '小金额先行救助最多几个月的低保标准', [
  row(1, NATION, '2026-01-29', 'F6-02', 'second-hand'),
]);
/** Within how many days it is given. */
export const SMALL_SUM_DAYS = datedTable<number>('small-sum-days', '小金额先行救助一般几天内', [
  row(3, NATION, '2026-01-29', 'F6-01', 'page'),
]);
