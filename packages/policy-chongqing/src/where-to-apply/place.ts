import type { DivisionCode } from '@assist/policy';
import type { Place, RoutedMember } from './types.ts';

const CHONGQING = '50';

/** @returns the registration as a place, or undefined where there is none, nobody knows, or nobody asked. */
export function registrationPlace(member: RoutedMember): Place | undefined {
  return typeof member.registration === 'object' ? member.registration : undefined;
}

export function isInsideChongqing(code: DivisionCode): boolean {
  return code.startsWith(CHONGQING);
}

/** The first six digits. For a place known only by province it is the province's code. */
export function districtOf(code: DivisionCode): DivisionCode {
  return code.slice(0, 6) as DivisionCode;
}

/** The township's nine digits, undefined where only the district is known. */
export function townshipOf(code: DivisionCode): DivisionCode | undefined {
  return code.length >= 9 ? (code.slice(0, 9) as DivisionCode) : undefined;
}

/** Inside Chongqing the township has to be known; outside, whatever was given is passed on as it is. */
export function needsTownship(code: DivisionCode): boolean {
  return isInsideChongqing(code) && townshipOf(code) === undefined;
}

/** The code an application is addressed to. */
export function addressee(code: DivisionCode): DivisionCode {
  return isInsideChongqing(code) ? (townshipOf(code) ?? code) : code;
}

/** Whether two places lie in one district: the declared reading of "the same place" (`same-district-counts-as-same-place`). */
export function sameDistrict(a: Place, b: Place): boolean {
  return districtOf(a.divisionCode) === districtOf(b.divisionCode);
}
