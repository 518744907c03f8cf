import type { DivisionCode } from '@assist/policy';
import { divisionName } from './divisions.ts';

/** Who answers for a district when its townships' offices are closed, as far as a source says so. */
export interface Duty {
  /** 6 digits. */
  readonly district: string;
  readonly name: string;
  /** Never invented: null is "no source says so". */
  readonly phone: string | null;
  /** What is not known, in words. */
  readonly unknown: string;
}

/** The duty of a district's civil affairs bureau. No official page found names its phone or its hours (searched 2026-11). */
export function dutyOf(district: DivisionCode): Duty {
  const name = divisionName(district) ?? '';
  return { district, name: `${name}民政局值班`, phone: null, unknown: `${name}夜里、周末谁值班，值班电话是多少，没有查到。` };
}
