import type { Certainty, DatedValue, Fen, Scope } from '@assist/policy';
import { civilDate, datedTable } from '@assist/policy';
import { TONGLIANG } from '../districts/codes.ts';
import { CITY, yuan } from './rows.ts';

/** The city's standards, a person a month (facts.md § 3). */
const CITY_STEPS = [
  ['2025-07-01', 770, 630, 'F3-01', 'page'],
  ['2024-09-01', 750, 610, 'F3-02', 'second-hand'],
  ['2023-09-01', 735, 600, 'F3-03', 'page'],
  ['2022-09-01', 717, 581, 'F3-04', 'page'],
  ['2021-09-01', 636, 515, 'F3-05', 'mirror'],
  ['2020-09-01', 620, 496, 'F3-06', 'second-hand'],
] as const;

/**
 * Districts whose own paper was not found and where the city's value is only assumed: the three this system serves, and
 * those of the main city, some of which have one standard for town and country (F3-11).
 */
const ASSUMED: readonly Scope[] = ['500107', '500118', '500151', '500103', '500105', '500106', '500109', '500112', '500113'];

/** Nan'an and Dadukou: one standard for both. Later steps are assumed to stay unified at the city's urban value. */
export const UNIFIED: readonly Scope[] = ['500108', '500104'];
const UNIFIED_READ_ON = '2023-09-01';

function both(scope: Scope, from: string, urban: number, rural: number, source: string, certainty: Certainty): DatedValue<Fen>[] {
  const day = civilDate(from);
  return [
    { value: yuan(urban), scope, area: 'urban', from: day, source, certainty },
    { value: yuan(rural), scope, area: 'rural', from: day, source, certainty },
  ];
}

function districtRows(): DatedValue<Fen>[] {
  return CITY_STEPS.flatMap(([from, urban, rural, source]) => [
    ...ASSUMED.flatMap((scope) =>
      // Tongliang passed the city's paper of 2023 on with a number of its own: that one was read.
      both(scope, from, urban, rural, source, scope === TONGLIANG && from === '2023-09-01' ? 'page' : 'assumed'),
    ),
    ...UNIFIED.flatMap((scope) => {
      if (from === UNIFIED_READ_ON) return both(scope, from, urban, urban, 'F3-11', 'page');
      return from > UNIFIED_READ_ON
        ? both(scope, from, urban, urban, source, 'assumed')
        : both(scope, from, urban, rural, source, 'assumed');
    }),
  ]);
}

/** 低保标准, a person a month, by district, town or country, and day. */
export const SUBSISTENCE_STANDARD = datedTable<Fen>('subsistence-standard', '低保标准（每人每月）', [
  ...CITY_STEPS.flatMap(([from, urban, rural, source, certainty]) => both(CITY, from, urban, rural, source, certainty)),
  ...districtRows(),
]);

/** The first day for which any standard is known; an assessment of an earlier day has nothing to stand on. */
export const FIRST_STANDARD = civilDate('2020-09-01');
