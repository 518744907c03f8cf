import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import type { Household } from '@assist/policy-chongqing';
import { type CaseRow, caseOfResident, householdOf, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

/** A household of the register, as far as a change notice needs it. */
export interface KnownCase {
  readonly row: CaseRow;
  readonly household: Household;
  /** Names by member id. */
  readonly names: ReadonlyMap<string, string>;
  readonly birthDates: ReadonlyMap<string, CivilDate>;
  /** The household's own allowance, a month: the only benefit whose amount the rules can estimate. Absent where there is none. */
  readonly allowance?: Fen;
  readonly taperUntil?: CivilDate;
}

export function knownCase(ctx: Context, { row, members, benefits }: OpenCase): KnownCase {
  const allowances = benefits.filter((one) => one.kind === 'subsistence' && one.memberId === '');
  return {
    row,
    household: { ...householdOf(ctx, row), district: row.district as DivisionCode },
    names: new Map(members.map((one) => [one.memberId, one.person.name])),
    birthDates: new Map(members.flatMap((one) => (one.person.birthDate ? [[one.memberId, one.person.birthDate]] : []))),
    ...(allowances.length > 0 && { allowance: allowances.reduce((sum, one) => sum + one.amount, 0) as Fen }),
    ...(row.taperUntil && { taperUntil: row.taperUntil as CivilDate }),
  };
}

/**
 * The case that a resident's form names. Only a verified number that is a member's opens it; without a case there is none.
 * @throws ServiceProblem `verification-needed`, `not-found` (also somebody else's)
 */
export async function caseOfForm(ctx: Context, who: Resident, caseId: string | undefined): Promise<KnownCase | undefined> {
  if (caseId === undefined) return undefined;
  return knownCase(ctx, (await caseOfResident(ctx, who, caseId)).opened);
}
