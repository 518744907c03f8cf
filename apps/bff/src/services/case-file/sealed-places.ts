import type { Paper } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

/** Where each sealed value of a case lies; the same words seal and open it. */
export const casePlace = {
  household: (caseId: string) => `case.household:${caseId}`,
  person: (caseId: string, memberId: string) => `case.person:${caseId}:${memberId}`,
  phone: (caseId: string, memberId: string) => `case.phone:${caseId}:${memberId}`,
  bank: (caseId: string, memberId: string) => `case.bank:${caseId}:${memberId}`,
};

/** What lies sealed in `case_members.person_sealed`. */
export interface CasePerson {
  readonly name: string;
  readonly paper: Paper;
  readonly birthDate?: CivilDate;
  /** As the register had it last; a number changed here since is only overwritten when the register itself has a new one. */
  readonly registerPhone?: string;
}
