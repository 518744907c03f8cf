import { and, eq, inArray, isNull } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { accounts, caseMembers } from '../../db/schema.ts';
import { type AccountRow, phoneOf } from '../account/account.ts';
import { openMember } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { askedOf } from '../visit/sealed.ts';
import type { ReminderRow } from './ground.ts';

/** By what a person can be reached: theirs first, then the head's of their household. */
export interface Whom {
  readonly accountIds: readonly string[];
  readonly phone: string | undefined;
  /** For the inbox only. */
  readonly name: string | undefined;
}

const HEAD = 'm1';

/** Only accounts that were verified as the person; a typed number is told nothing. */
async function verifiedAs(ctx: Context, numberHashes: readonly Buffer[]): Promise<AccountRow[]> {
  if (numberHashes.length === 0) return [];
  return ctx.db
    .select()
    .from(accounts)
    .where(and(inArray(accounts.numberHash, [...numberHashes]), eq(accounts.identity, 'verified')));
}

export async function whomToReach(ctx: Context, row: ReminderRow): Promise<Whom> {
  if (row.kind === 'authentication-due') return ofMember(ctx, row.caseId ?? '', row.memberId ?? '');
  const account = await ofAccount(ctx, row.accountId ?? undefined);
  return row.kind === 'visit-arranged' && !account.phone ? { ...account, phone: await phoneOfVisit(ctx, row.subjectId ?? '') } : account;
}

async function ofMember(ctx: Context, caseId: string, memberId: string): Promise<Whom> {
  const rows = await ctx.db
    .select()
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), inArray(caseMembers.memberId, [memberId, HEAD]), isNull(caseMembers.leftOn)));
  const people = rows.map((one) => openMember(ctx, one)).sort((a, b) => Number(b.memberId === memberId) - Number(a.memberId === memberId));
  const known = await verifiedAs(
    ctx,
    people.flatMap((one) => one.row.numberHash ?? []),
  );
  const reach = people.map((one) => {
    const own = known.filter((account) => one.row.numberHash && account.numberHash?.equals(one.row.numberHash));
    const phones = own.flatMap((account) => phoneOf(ctx, account) ?? []);
    return { ids: own.map((account) => account.id), phone: phones[0] ?? one.phone };
  });
  return {
    accountIds: [...new Set(reach.flatMap((one) => one.ids))],
    phone: reach.find((one) => one.phone)?.phone,
    name: people[0]?.memberId === memberId ? people[0]?.person.name : undefined,
  };
}

/** The number that was left with the visit, or the register's. */
async function phoneOfVisit(ctx: Context, visitId: string): Promise<string | undefined> {
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, visitId));
  if (!visit) return undefined;
  const { phone } = askedOf(ctx, visit);
  return phone ?? (visit.caseId && visit.memberId ? (await ofMember(ctx, visit.caseId, visit.memberId)).phone : undefined);
}

async function ofAccount(ctx: Context, accountId: string | undefined): Promise<Whom> {
  const nobody = { accountIds: [], phone: undefined, name: undefined };
  if (!accountId) return nobody;
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) return nobody;
  const same = account.identity === 'verified' && account.numberHash ? await verifiedAs(ctx, [account.numberHash]) : [];
  const all = [account, ...same.filter((one) => one.id !== accountId)];
  return { accountIds: all.map((one) => one.id), phone: all.flatMap((one) => phoneOf(ctx, one) ?? [])[0], name: undefined };
}
