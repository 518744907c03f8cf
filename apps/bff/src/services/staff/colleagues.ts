import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { staffAccounts, workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import type { Staff } from './who.ts';

const WORKS = ['handler', 'supervisor'] as const;

/** Who does this township's work, and how many items each has in hand. */
export async function colleagues(ctx: Context, staff: Staff): Promise<{ staffId: string; name: string; holds: number }[]> {
  const rows = await ctx.db
    .select({ staffId: staffAccounts.id, name: staffAccounts.name })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.officeId, staff.officeId), inArray(staffAccounts.role, WORKS), isNull(staffAccounts.disabledAt)))
    .orderBy(asc(staffAccounts.name));
  const held = await ctx.db
    .select({ staffId: workItems.claimedBy, n: count() })
    .from(workItems)
    .where(and(eq(workItems.officeId, staff.officeId), eq(workItems.open, true), gt(workItems.claimedUntil, now(ctx))))
    .groupBy(workItems.claimedBy);
  return rows.map((row) => ({ ...row, holds: held.find((one) => one.staffId === row.staffId)?.n ?? 0 }));
}

/** Somebody of the same township who may be given work; undefined for whoever moved away, only reads, or is not known. */
export async function colleague(ctx: Context, staff: Staff, staffId: string): Promise<{ readonly staffId: string } | undefined> {
  const [row] = await ctx.db
    .select({ staffId: staffAccounts.id })
    .from(staffAccounts)
    .where(
      and(
        eq(staffAccounts.id, staffId),
        eq(staffAccounts.officeId, staff.officeId),
        inArray(staffAccounts.role, WORKS),
        isNull(staffAccounts.disabledAt),
      ),
    );
  return row;
}
