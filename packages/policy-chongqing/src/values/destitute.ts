import type { Fen } from '@assist/policy';
import { datedTable } from '@assist/policy';
import { CITY, NATION, row, yuan } from './rows.ts';

/** 特困基本生活标准, a month. */
export const DESTITUTE_STANDARD = datedTable<Fen>('destitute-standard', '特困供养基本生活标准（每月）', [
  row(yuan(1001), CITY, '2025-07-01', 'F3-01', 'page'),
  row(yuan(975), CITY, '2024-09-01', 'F3-02', 'second-hand'),
  row(yuan(955), CITY, '2023-09-01', 'F3-03', 'page'),
  row(yuan(932), CITY, '2022-09-01', 'F3-04', 'page'),
  row(yuan(827), CITY, '2021-09-01', 'F3-05', 'mirror'),
  row(yuan(806), CITY, '2020-09-01', 'F3-06', 'second-hand'),
]);

/** 照料护理补贴 by how much a person can do alone (F3-12). */
export const CARE_FULL = datedTable<Fen>('care-full', '特困照料护理补贴：全护理', [row(yuan(300), CITY, '2022-09-01', 'F3-12', 'page')]);
export const CARE_HALF = datedTable<Fen>('care-half', '特困照料护理补贴：半护理', [row(yuan(200), CITY, '2022-09-01', 'F3-12', 'page')]);
export const CARE_SELF = datedTable<Fen>('care-self', '特困照料护理补贴：能自理', [row(yuan(50), CITY, '2022-09-01', 'F3-12', 'page')]);
/** Up to so many of the six indicators out of reach is a partial loss; more is a full one. */
export const PARTIAL_LOSS = datedTable<number>('partial-loss', '六项里最多几项做不了算部分丧失', [
  row(3, NATION, '2021-07-01', 'DESTITUTE2021-22', 'full-text'),
]);

export const OLD_AGE = datedTable<number>('destitute-old-age', '特困：老年人年龄', [
  row(60, NATION, '2021-07-01', 'DESTITUTE2021-5', 'full-text'),
]);
export const MINOR_AGE = datedTable<number>('destitute-minor-age', '特困：不满几岁算未成年', [
  row(16, NATION, '2021-07-01', 'DESTITUTE2021-5', 'full-text'),
]);
/** From this age on a supporter with little income may be unable to support. */
export const SUPPORTER_AGE = datedTable<number>('supporter-age', '该供养他的亲属，到几岁可能没有能力', [
  row(70, NATION, '2021-07-01', 'DESTITUTE2021-8', 'full-text'),
]);
export const SUPPORTER_RECIPIENT_AGE = datedTable<number>('supporter-recipient-age', '该供养他的亲属领着低保，到几岁算没有能力', [
  row(60, NATION, '2021-07-01', 'DESTITUTE2021-8', 'full-text'),
]);

/** Highest grade of each kind of disability that counts as being without working ability. */
export const NO_WORK_GRADES = datedTable<Readonly<Record<'intellectual' | 'mental' | 'physical' | 'visual', number>>>(
  'no-work-grades',
  '哪些残疾到几级算无劳动能力',
  [row({ intellectual: 3, mental: 3, physical: 2, visual: 1 }, NATION, '2021-07-01', 'DESTITUTE2021-5', 'full-text')],
);
