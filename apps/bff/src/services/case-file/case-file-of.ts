import type { CivilDate } from '@assist/policy';
import type { Household } from '@assist/policy-chongqing';
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { caseBenefits, caseFiles, caseMembers } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import type { BenefitRow } from './benefit-kinds.ts';
import { type CasePerson, casePlace } from './sealed-places.ts';

export type CaseRow = typeof caseFiles.$inferSelect;
export type MemberRow = typeof caseMembers.$inferSelect;

export interface CaseMember {
  readonly row: MemberRow;
  readonly memberId: string;
  readonly person: CasePerson;
  /** As it is on record now; only for the services that need it. */
  readonly phone: string | undefined;
  readonly lastMet: CivilDate | undefined;
}

/** A household's case, opened. Members who left and benefits that ended are not in it. */
export interface OpenCase {
  readonly row: CaseRow;
  readonly members: readonly CaseMember[];
  readonly benefits: readonly BenefitRow[];
}

async function find(ctx: Context, where: SQL | undefined): Promise<OpenCase[]> {
  const rows = await ctx.db
    .select()
    .from(caseFiles)
    .where(and(where, isNull(caseFiles.endedOn)));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [members, benefits] = await Promise.all([
    ctx.db
      .select()
      .from(caseMembers)
      .where(and(inArray(caseMembers.caseId, ids), isNull(caseMembers.leftOn))),
    ctx.db
      .select()
      .from(caseBenefits)
      .where(and(inArray(caseBenefits.caseId, ids), isNull(caseBenefits.until)))
      .orderBy(asc(caseBenefits.since), asc(caseBenefits.kind)),
  ]);
  const membersOf = byCase(members);
  const benefitsOf = byCase(benefits);
  return rows.map((row) => ({
    row,
    members: (membersOf.get(row.id) ?? []).map((one) => openMember(ctx, one)).sort(byMemberId),
    benefits: benefitsOf.get(row.id) ?? [],
  }));
}

function byCase<T extends { readonly caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.caseId);
    if (own) own.push(row);
    else found.set(row.caseId, [row]);
  }
  return found;
}

// m2 before m10.
const byMemberId = (a: CaseMember, b: CaseMember): number => Number(a.memberId.slice(1)) - Number(b.memberId.slice(1));

export function openMember(ctx: Context, row: MemberRow): CaseMember {
  return {
    row,
    memberId: row.memberId,
    person: ctx.cipher.openJson<CasePerson>(casePlace.person(row.caseId, row.memberId), row.personSealed),
    phone: row.phoneSealed ? ctx.cipher.openText(casePlace.phone(row.caseId, row.memberId), row.phoneSealed) : undefined,
    lastMet: (row.lastMet as CivilDate | null) ?? undefined,
  };
}

/** A member of an opened case, who is in it. */
export function openedMember({ members }: OpenCase, memberId: string): CaseMember {
  const found = members.find((one) => one.memberId === memberId);
  if (!found) throw new Error('a member that is not in the case');
  return found;
}

/** A case of this township. @throws ServiceProblem `not-found`, also for another township's */
export async function caseFileOf(ctx: Context, officeId: string, caseId: string): Promise<OpenCase> {
  const [found] = await find(ctx, and(eq(caseFiles.id, caseId), eq(caseFiles.officeId, officeId)));
  if (!found) throw new ServiceProblem('not-found');
  return found;
}

/** A case for the worker's own use: no person asked for it. */
export const caseById = async (ctx: Context, caseId: string): Promise<OpenCase | undefined> =>
  (await find(ctx, eq(caseFiles.id, caseId)))[0];

/** Several at once, with three queries for all. */
export const casesByIds = async (ctx: Context, caseIds: readonly string[]): Promise<Map<string, OpenCase>> =>
  new Map(caseIds.length === 0 ? [] : (await find(ctx, inArray(caseFiles.id, [...caseIds]))).map((one) => [one.row.id, one]));

/**
 * Cases that a resident belongs to: their verified number is a member's. A typed number opens nothing.
 * @returns with each case, which member it is
 */
export async function casesOfResident(ctx: Context, who: Resident): Promise<{ readonly opened: OpenCase; readonly me: string }[]> {
  const { identity, numberHash } = who.account;
  if (identity !== 'verified' || !numberHash) return [];
  const mine = await ctx.db
    .select({ caseId: caseMembers.caseId, memberId: caseMembers.memberId })
    .from(caseMembers)
    .where(and(eq(caseMembers.numberHash, numberHash), isNull(caseMembers.leftOn)))
    .orderBy(asc(caseMembers.caseId));
  const opened = await casesByIds(
    ctx,
    mine.map((one) => one.caseId),
  );
  return mine.flatMap(({ caseId, memberId }) => {
    const one = opened.get(caseId);
    return one ? [{ opened: one, me: memberId }] : [];
  });
}

/** One's own case. @throws ServiceProblem `verification-needed`, `not-found` (also somebody else's) */
export async function caseOfResident(
  ctx: Context,
  who: Resident,
  caseId: string,
): Promise<{ readonly opened: OpenCase; readonly me: string }> {
  if (who.account.identity !== 'verified') throw new ServiceProblem('verification-needed');
  const found = (await casesOfResident(ctx, who)).find((one) => one.opened.row.id === caseId);
  if (!found) throw new ServiceProblem('not-found');
  return found;
}

/** The facts of a case that rules may know: no names, numbers or papers are in them. */
export const householdOf = (ctx: Context, row: CaseRow): Household =>
  ctx.cipher.openJson<Household>(casePlace.household(row.id), row.householdSealed);
