import type { Fen } from '@assist/policy';
import { datedTable } from '@assist/policy';
import { CITY, NATION, row, yuan } from './rows.ts';

/** 分类重点救助, a person a month: the scale of 2018, kept by every later notice (F2-43). */
export const TOP_UP_DISABLED = datedTable<Fen>('top-up-disabled', '分类重点救助：残疾人员', [
  row(yuan(40), CITY, '2018-08-29', 'F2-43', 'page'),
]);
export const TOP_UP_CARE = datedTable<Fen>('top-up-care', '分类重点救助：重残、重大疾病、70岁以上', [
  row(yuan(60), CITY, '2018-08-29', 'F2-43', 'page'),
]);
export const TOP_UP_CHILD = datedTable<Fen>('top-up-child', '分类重点救助：学龄前儿童和在校学生', [
  row(yuan(100), CITY, '2018-08-29', 'F2-43', 'page'),
]);
export const TOP_UP_AGE = datedTable<number>('top-up-age', '分类重点救助：老人年龄', [row(70, CITY, '2018-08-29', 'F2-43', 'page')]);

/** Severely disabled: up to this grade. */
export const SEVERE_GRADE = datedTable<number>('severe-grade', '重度残疾到几级为止', [
  row(2, NATION, '2021-07-01', 'MCA57-8', 'full-text'),
]);
