import type { Fen } from '@assist/policy';
import { datedTable } from '@assist/policy';
import { CITY, row, yuan } from './rows.ts';

// All of these were read on a mirror of an official page only: they can never make `not-met`.

/** Financial assets of each person may be up to so many times the standard. */
export const FINANCIAL_MULTIPLE = datedTable<number>('financial-multiple', '货币类财产人均上限是低保标准的几倍', [
  row(24, CITY, '2023-07-18', 'F1-42', 'mirror'),
]);

/** With a serious illness under long treatment, up to this a person may be left out. */
export const FINANCIAL_EXEMPT = datedTable<Fen>('financial-exempt', '重特大疾病家庭货币类财产人均豁免额', [
  row(yuan(50_000), CITY, '2023-07-18', 'F1-43', 'mirror'),
]);

/** A vehicle worth no more than this today, with evidence, may be left out. */
export const VEHICLE_EXEMPT = datedTable<Fen>('vehicle-exempt', '机动车豁免现值', [
  row(yuan(30_000), CITY, '2023-07-18', 'F1-44', 'mirror'),
]);

/** From so many dwellings on (dangerous ones apart) the area is looked at. */
export const DWELLINGS_LOOKED_AT = datedTable<number>('dwellings-looked-at', '住房达到几套就要看面积', [
  row(2, CITY, '2023-07-18', 'F1-45', 'mirror'),
]);
