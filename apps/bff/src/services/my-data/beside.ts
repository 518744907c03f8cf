import { and, eq, inArray, or } from 'drizzle-orm';
import { complaints, doors, helperGrants, relayAsks, urgentCalls } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

/** What belongs to a person beside what they filled in and sent. */
export interface BesideThings {
  /** Asks of their own applications: who of the family was asked to agree. */
  readonly relays: readonly string[];
  /** People who help them, and people they help. */
  readonly helpers: readonly string[];
  readonly doors: readonly string[];
  readonly urgent: readonly string[];
  /** Under their own name; an anonymous one carries no account and is nobody's here. */
  readonly complaints: readonly string[];
}

const MOST = 500;
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);

export async function besideThings(
  ctx: Context,
  who: Resident,
  { accounts, cases }: { readonly accounts: readonly string[]; readonly cases: readonly string[] },
): Promise<BesideThings> {
  const own = [...accounts];
  const [relays, helpers, seen, urgent, said] = await Promise.all([
    ctx.db.select({ id: relayAsks.id }).from(relayAsks).where(inArray(relayAsks.accountId, own)).limit(MOST),
    ctx.db
      .select({ id: helperGrants.id })
      .from(helperGrants)
      .where(or(inArray(helperGrants.personAccountId, own), eq(helperGrants.helperAccountId, who.accountId)))
      .limit(MOST),
    cases.length
      ? ctx.db
          .select({ id: doors.id })
          .from(doors)
          .where(inArray(doors.caseId, [...cases]))
          .limit(MOST)
      : [],
    ctx.db.select({ id: urgentCalls.id }).from(urgentCalls).where(inArray(urgentCalls.accountId, own)).limit(MOST),
    ctx.db
      .select({ id: complaints.id })
      .from(complaints)
      .where(and(inArray(complaints.accountId, own), eq(complaints.named, true)))
      .limit(MOST),
  ]);
  return { relays: ids(relays), helpers: ids(helpers), doors: ids(seen), urgent: ids(urgent), complaints: ids(said) };
}
