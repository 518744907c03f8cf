import { inArray } from 'drizzle-orm';
import { staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';

/** Names of clerks, for what they wrote down. */
export async function clerkNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: staffAccounts.id, name: staffAccounts.name })
    .from(staffAccounts)
    .where(inArray(staffAccounts.id, known));
  return new Map(rows.map((row) => [row.id, row.name]));
}
