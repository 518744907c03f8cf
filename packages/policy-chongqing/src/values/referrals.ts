import type { Fen } from '@assist/policy';
import { datedTable } from '@assist/policy';
import { CITY, row, yuan } from './rows.ts';

const FROM = '2024-10-21';

/** Part of the medical insurance premium that is paid, by kind of recipient (YMF12-9a to 9c). */
export const PREMIUM_DESTITUTE = datedTable<number>('premium-destitute', '参保资助：特困', [row(1, CITY, FROM, 'YMF12-9a', 'full-text')]);
export const PREMIUM_SUBSISTENCE = datedTable<number>('premium-subsistence', '参保资助：低保', [
  row(0.9, CITY, FROM, 'YMF12-9b', 'full-text'),
]);
export const PREMIUM_OTHER = datedTable<number>('premium-other', '参保资助：边缘家庭和其他', [
  row(0.7, CITY, FROM, 'YMF12-9c', 'full-text'),
]);

/** Who chooses the second tier gets this part of the first tier's premium (YMF12-9d). */
export const PREMIUM_SECOND_TIER = datedTable<number>('premium-second-tier', '参保资助：选二档的，按一档个人缴费', [
  row(1, CITY, FROM, 'YMF12-9d', 'full-text'),
]);

/** Least part of one's own costs within the policy that is borne (YMF12-9e, 9f). */
export const COSTS_FIRST = datedTable<number>('costs-first', '医疗救助比例：低保、特困', [row(0.7, CITY, FROM, 'YMF12-9e', 'full-text')]);
export const COSTS_SECOND = datedTable<number>('costs-second', '医疗救助比例：边缘家庭等', [row(0.6, CITY, FROM, 'YMF12-9f', 'full-text')]);

/** Disability allowances, a month (F7-01): read second-hand. */
export const LIVING_ALLOWANCE = datedTable<Fen>('disability-living', '困难残疾人生活补贴', [
  row(yuan(80), CITY, '2022-10-01', 'F7-01', 'second-hand'),
]);
/** By grade, the first grade first. */
export const NURSING_ALLOWANCE = datedTable<readonly Fen[]>('disability-nursing', '重度残疾人护理补贴：一级、二级', [
  row([yuan(90), yuan(80)], CITY, '2022-10-01', 'F7-01', 'second-hand'),
]);

/** Old-age service subsidies, a month (F7-03, F7-04). No date was found for them; F7-01's page of 2022 is the nearest. */
export const ELDER_DISABLED = datedTable<Fen>('elder-disabled', '经济困难失能老年人养老服务补贴', [
  row(yuan(200), CITY, '2022-10-01', 'F7-03', 'second-hand'),
]);
export const ELDER_AGED = datedTable<Fen>('elder-aged', '经济困难高龄老年人养老服务补贴', [
  row(yuan(200), CITY, '2022-10-01', 'F7-04', 'second-hand'),
]);
export const ELDER_DISABLED_AGE = datedTable<number>('elder-disabled-age', '失能补贴年龄', [
  row(60, CITY, '2022-10-01', 'F7-03', 'second-hand'),
]);
export const ELDER_AGED_AGE = datedTable<number>('elder-aged-age', '高龄补贴年龄', [row(80, CITY, '2022-10-01', 'F7-04', 'second-hand')]);
export const BEDRIDDEN_MONTHS = datedTable<number>('bedridden-months', '卧床几个月算失能', [
  row(6, CITY, '2022-10-01', 'F7-03', 'second-hand'),
]);

/** 高龄津贴, a month from an age on, oldest first; each district sets its own, and those of Yongchuan and Tongliang were not found. */
export type OldAgeSteps = readonly { readonly from: number; readonly amount: Fen }[];
const steps = (...rows: readonly (readonly [number, number])[]): OldAgeSteps =>
  rows.map(([from, amount]) => ({ from, amount: yuan(amount) }));
export const OLD_AGE_ALLOWANCE = datedTable<OldAgeSteps>('old-age-allowance', '高龄津贴（每月）', [
  // 300 yuan a year for those of 80 to 89.
  row(steps([100, 300], [90, 100], [80, 25]), '500107', '2025-01-01', 'F7-13', 'second-hand'),
  row(steps([100, 500], [90, 100], [80, 25]), '500104', '2025-01-01', 'F7-11', 'page'),
  row(steps([100, 500], [90, 100], [80, 25]), '500112', '2023-10-31', 'F7-12', 'page'),
]);
