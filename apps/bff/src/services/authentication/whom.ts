import { checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, type Paper, type Place, type Whom } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, caseMembers } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { openMember } from '../case-file/case-file-of.ts';
import { successorOf } from '../change/destination.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officeOf, officesFor } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/** Who is sealed in a record. */
export interface PersonOnPaper {
  readonly name: string;
  readonly paper: Paper;
}

/** A member of a case in the register, as far as authentication needs to know. */
export interface InRegister {
  readonly caseId: string;
  readonly memberId: string;
  readonly office: OfficeRow;
  readonly name: string;
  /** Left the household, by death or otherwise; not refused, a clerk looks. */
  readonly left: boolean;
}

/** Whom an authentication, a face check or a visit is about. */
export interface Subject extends PersonOnPaper {
  /** Finds the same person again, whatever way they were named. */
  readonly hash: Buffer;
  readonly inRegister: InRegister | undefined;
  /** The township it goes to and that is shown. */
  readonly office: OfficeRow;
  /** Whether who asks may learn what the register says: verified, and themselves or of their own case. */
  readonly mayKnow: boolean;
}

const personHash = (ctx: Context, paper: Paper, otherwise: string): Buffer =>
  numberHash(ctx, paper) ?? ctx.hash.find('person-without-number', otherwise);

/** @throws ServiceProblem `form-invalid` for a number that cannot be */
export function checkPaper(ctx: Context, paper: Paper, path = 'whom.paper.number'): void {
  const wrong = paper.kind === 'resident-identity' ? checkIdentityNumber(paper.number, dayInShanghai(ctx.clock())) : undefined;
  if (wrong) throw new ServiceProblem('form-invalid', { fields: [{ path, sentence: IDENTITY_NUMBER_SENTENCES[wrong] }] });
}

/** Where a number stands in the register; somebody who is a member now before somebody who left. */
export async function findInRegister(ctx: Context, hash: Buffer): Promise<InRegister | undefined> {
  const rows = await ctx.db
    .select({ member: caseMembers })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.numberHash, hash), isNull(caseFiles.endedOn)));
  const row = (rows.find((one) => one.member.leftOn === null) ?? rows[0])?.member;
  return row && asInRegister(ctx, row);
}

async function asInRegister(ctx: Context, row: typeof caseMembers.$inferSelect): Promise<InRegister> {
  return {
    caseId: row.caseId,
    memberId: row.memberId,
    // A township may have become part of another since the register was read.
    office: await successorOf(ctx, row.officeId),
    name: openMember(ctx, row).person.name,
    left: row.leftOn !== null,
  };
}

/** A member of a case; who may name them is the caller's business. @throws ServiceProblem `not-found` */
export async function memberSubject(ctx: Context, caseId: string, memberId: string): Promise<Subject> {
  const [row] = await ctx.db
    .select()
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  if (!row) throw new ServiceProblem('not-found');
  const { name, paper } = openMember(ctx, row).person;
  const inRegister = await asInRegister(ctx, row);
  return { name, paper, hash: personHash(ctx, paper, `${caseId}:${memberId}`), inRegister, office: inRegister.office, mayKnow: true };
}

/** Somebody by the keyed hash of their number, if the register has them. */
export async function registeredSubject(ctx: Context, hash: Buffer): Promise<Subject | undefined> {
  const found = await findInRegister(ctx, hash);
  return found && memberSubject(ctx, found.caseId, found.memberId);
}

/**
 * Whom a resident means. A member of a case may be named only by a verified member of it; a name and number may be typed by anybody
 * and open nothing: the answer looks the same whether the register knows them or not.
 * @throws ServiceProblem `verification-needed`, `not-found`, `form-invalid`, `place-unknown`, `place-not-live`
 */
export async function subjectOf(ctx: Context, who: Resident, whom: Whom): Promise<Subject> {
  const { identity, numberHash: mine } = who.account;
  if ('caseId' in whom) {
    if (identity !== 'verified' || !mine) throw new ServiceProblem('verification-needed');
    const [me] = await ctx.db
      .select({ memberId: caseMembers.memberId })
      .from(caseMembers)
      .where(and(eq(caseMembers.caseId, whom.caseId), eq(caseMembers.numberHash, mine), isNull(caseMembers.leftOn)));
    if (!me) throw new ServiceProblem('not-found');
    return memberSubject(ctx, whom.caseId, whom.memberId);
  }
  checkPaper(ctx, whom.paper);
  const hash = personHash(ctx, whom.paper, JSON.stringify([who.accountId, whom.name]));
  const inRegister = await findInRegister(ctx, hash);
  const mayKnow = identity === 'verified' && mine?.equals(hash) === true;
  const office = mayKnow && inRegister ? inRegister.office : await liveOfficeAt(ctx, whom.residence);
  return { name: whom.name, paper: whom.paper, hash, inRegister, office, mayKnow };
}

/** A name and a card that a clerk has in hand; goes to the register's township, or to the clerk's own. */
export async function subjectAtCounter(ctx: Context, whom: PersonOnPaper, officeId: string): Promise<Subject> {
  checkPaper(ctx, whom.paper);
  const hash = personHash(ctx, whom.paper, JSON.stringify([officeId, whom.name]));
  const inRegister = await findInRegister(ctx, hash);
  return {
    name: whom.name,
    paper: whom.paper,
    hash,
    inRegister,
    office: inRegister?.office ?? (await officeOf(ctx, officeId)),
    mayKnow: true,
  };
}

async function liveOfficeAt(ctx: Context, residence: Place | undefined): Promise<OfficeRow> {
  const code = residence?.kind === 'chongqing' && residence.divisionCode.length >= 9 ? residence.divisionCode : undefined;
  if (!code) throw new ServiceProblem('place-unknown', { fields: [{ path: 'whom.residence', sentence: '在重庆哪个镇街？' }] });
  const office = (await officesFor(ctx, [code])).get(code.slice(0, 9) as DivisionCode);
  if (!office)
    throw new ServiceProblem('place-unknown', { fields: [{ path: 'whom.residence', sentence: '没有找到这个镇街，请再选一次' }] });
  if (!office.live) throw new ServiceProblem('place-not-live');
  return office;
}
