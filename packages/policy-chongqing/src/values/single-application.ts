import { datedTable } from '@assist/policy';
import { CITY, NATION, row } from './rows.ts';

/** Grade up to which an intellectual or mental disability lets a member of a marginal family apply alone. */
export const SINGLE_MIND_GRADE = datedTable<number>('single-mind-grade', '单独申请：智力、精神残疾到几级', [
  row(3, NATION, '2021-07-01', 'MCA57-8', 'full-text'),
]);
/** The family that supports an adult unable to work may have up to so many times the standard. */
export const SINGLE_FAMILY_MULTIPLE = datedTable<number>('single-family-multiple', '单独申请：供养家庭收入最多是低保标准的几倍', [
  row(3, CITY, '2023-03-02', 'F1-14', 'page'),
]);
/** From this age on a supporter's support may be left out. */
export const SUPPORT_LEFT_OUT_AGE = datedTable<number>('support-left-out-age', '供养人到几岁，供养费可以视情不算', [
  row(60, CITY, '2022-11-25', 'YM239-1-1f', 'full-text'),
]);
/** From this day on the Law also names people in special hardship. */
export const SPECIAL_HARDSHIP = datedTable<true>('special-hardship', '确有特殊困难人员可以纳入', [
  row(true, NATION, '2026-07-01', 'SAL2026-21', 'full-text'),
]);
/** From this day on Chongqing lets an adult severely disabled person without work apply as a household of one. */
export const SEVERE_ALONE = datedTable<true>('severe-alone', '成年无业重度残疾人参照单人户', [
  row(true, CITY, '2022-11-25', 'YM239-1-1e', 'full-text'),
]);
/** Religious staff away from home this long apply alone. */
export const RELIGIOUS_ALONE = datedTable<true>('religious-alone', '离家三年以上的宗教教职人员单独申请', [
  row(true, NATION, '2021-07-01', 'MCA57-8', 'full-text'),
]);
