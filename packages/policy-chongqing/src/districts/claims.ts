import type { CivilDate, Level } from '@assist/policy';
import { civilDate } from '@assist/policy';

/** What one text says on one question. Two texts in force that answer it differently are a conflict, and must be declared. */
export interface Claim {
  /** The question, e.g. `religious-staff-years`. */
  readonly topic: string;
  /** Id of the clause or fact. */
  readonly source: string;
  readonly level: Level;
  readonly district?: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  /** The answer, in a word or figure that can be compared. */
  readonly says: string;
}

const claim = (topic: string, source: string, level: Level, from: string, says: string, rest: Partial<Claim> = {}): Claim => ({
  topic,
  source,
  level,
  from: civilDate(from),
  says,
  ...rest,
});
const JLP = { district: '500107' };
const YC = { district: '500118' };
const TL = { district: '500151' };

/** Every question that more than one of the texts answers. Agreement stands here as well: it is what keeps a change honest. */
export const CLAIMS: readonly Claim[] = [
  claim('religious-staff-years', 'CQR2016-11', 'city', '2016-05-01', '1'),
  claim('religious-staff-years', 'MCA57-7', 'nation', '2021-07-01', '3'),
  claim('religious-staff-years', 'F1-02', 'city', '2023-07-18', '3'),
  claim('unmarried-soldiers', 'CQR2016-11', 'city', '2016-05-01', 'not-counted'),
  claim('unmarried-soldiers', 'MCA57-7', 'nation', '2021-07-01', 'not-named'),
  claim('registration-elsewhere', 'CQR2016-10', 'city', '2016-05-01', 'residents-of-the-city'),
  claim('registration-elsewhere', 'F1-05', 'city', '2023-01-13', 'any-registration'),
  claim('marginal-multiple', 'MCA57-8', 'nation', '2021-07-01', '1.5'),
  claim('marginal-multiple', 'YM239-1-4a', 'city', '2022-11-25', '1.5'),
  claim('marginal-multiple', 'YMF12-1c', 'city', '2024-10-21', '1.5'),
  claim('marginal-multiple', 'SAL2026-21', 'nation', '2026-07-01', 'set-by-city'),
  claim('single-application-hardship', 'MCA57-8', 'nation', '2021-07-01', 'severe-and-serious'),
  claim('single-application-hardship', 'YM239-1-4b', 'city', '2022-11-25', 'severe-and-serious'),
  claim('single-application-hardship', 'SAL2026-21', 'nation', '2026-07-01', 'also-special-hardship'),
  claim('basic-pension', 'MCA57-13', 'nation', '2021-07-01', 'left-out', { until: civilDate('2025-12-31') }),
  claim('basic-pension', 'DESTITUTE2021-6', 'nation', '2021-07-01', 'left-out-for-destitute-support'),
  claim('wage-without-proof', 'F1-28', 'city', '2023-01-13', 'average-wage-of-the-trade'),
  claim('financial-multiple-base', 'F1-42', 'city', '2023-07-18', 'standard-of-the-city'),
  claim('financial-multiple-base', 'F1-52', 'city', '2025-07-01', 'town-or-country-open'),
  claim('fine-for-fraud', 'CQR2016-36', 'city', '2016-05-01', '1-to-3-times'),
  claim('fine-for-fraud', 'SAL2026-73', 'nation', '2026-07-01', 'up-to-2-times'),
  claim('small-sum-limit', 'F6-02', 'nation', '2026-01-29', 'one-month-standard'),
  claim('small-sum-limit', 'F6-11', 'city', '2017-10-12', 'set-by-district'),
  claim('disability-allowance-reach', 'F7-01', 'city', '2022-10-01', 'subsistence-families'),
  claim('disability-allowance-reach', 'YMF12-16d', 'city', '2024-10-21', 'districts-may-extend'),
  claim('review-interval', 'JLP53-4-1', 'district', '2025-03-28', '12-or-6-months', JLP),
  claim('review-interval', 'TL42-C2l', 'district', '2025-09-08', '12-or-6-months', TL),
  claim('review-interval', 'MCA57-31', 'nation', '2021-07-01', '12-or-6-months'),
  claim('review-interval', 'CQR2016-26', 'city', '2016-05-01', 'monthly-quarterly-half-yearly-yearly'),
  claim('review-interval-of-others', 'YC67-3-2a', 'district', '2019-01-01', 'monthly', YC),
  claim('posting-fields', 'YC67-5-1a', 'district', '2019-01-01', 'members-income-standard', YC),
  claim('posting-fields', 'YM239-3-2b', 'city', '2022-11-25', 'name-members-amount'),
  claim('posting-fields', 'MCA57-24', 'nation', '2021-07-01', 'name-members-amount'),
  claim('taper', 'MCA57-33', 'nation', '2021-07-01', 'may-some-time'),
  claim('taper', 'YM239-1-3a', 'city', '2022-11-25', 'six-months'),
  claim('taper', 'JLP53-6-5a', 'district', '2025-03-28', 'six-months', JLP),
  claim('paid-from', 'CQR2016-22', 'city', '2016-05-01', 'month-of-approval'),
  claim('paid-from', 'MCA57-21', 'nation', '2021-07-01', 'month-after'),
  claim('lowering-asks', 'JLP53-6-4', 'district', '2025-03-28', 'notice-and-confirmation', JLP),
  claim('lowering-asks', 'SAL2026-48', 'nation', '2026-07-01', 'hearing-and-written-reason'),
  claim('neighbours-judge', 'CQR2016-18', 'city', '2016-05-01', 'always'),
  claim('neighbours-judge', 'MCA57-19', 'nation', '2021-07-01', 'after-objection'),
  claim('neighbours-judge', 'TL42-C2g', 'district', '2025-09-08', 'always', TL),
  claim('who-confirms', 'JLP53-2-2', 'district', '2025-03-28', 'district', JLP),
  claim('who-confirms', 'TL42-C1d', 'district', '2025-09-08', 'district', TL),
  claim('who-confirms', 'SAL2026-44', 'nation', '2026-07-01', 'district-or-township'),
  claim('emergency-review', 'JLP53-4-0b', 'district', '2025-03-28', 'may-be-later', JLP),
  claim('emergency-review', 'TL42-C2n', 'district', '2025-09-08', 'at-once', TL),
  claim('emergency-review', 'MCA57-31', 'nation', '2021-07-01', 'may-be-later'),
];
