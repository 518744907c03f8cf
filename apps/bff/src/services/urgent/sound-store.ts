import { inArray } from 'drizzle-orm';
import { urgentSounds } from '../../db/schema.ts';
import type { Context } from '../context.ts';

/** Where the bytes of a call's sound are sealed. */
export const soundPlace = (callId: string): string => `urgent.sound:${callId}`;

/** Keys of the store that sounds lie under, out of some. */
export async function soundsAmong(ctx: Context, keys: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ storedAt: urgentSounds.storedAt })
    .from(urgentSounds)
    .where(inArray(urgentSounds.storedAt, [...keys]));
  return rows.map((row) => row.storedAt);
}
