import { and, eq, lte } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { staffDrafts } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import type { Staff } from '../staff/who.ts';

const KEPT_MS = 30 * 24 * 3_600_000;
const draftPlace = (staffId: string, name: string): string => `staff-draft:${staffId}:${name}`;
/** Hers, and of the township where she works now: what she began elsewhere is not brought along. */
const hers = (staff: Staff, name: string) =>
  and(eq(staffDrafts.staffId, staff.staffId), eq(staffDrafts.name, name), eq(staffDrafts.officeId, staff.officeId));

/** What this clerk began to write, or nothing. */
export async function readStaffDraft(ctx: Context, staff: Staff, name: string): Promise<{ body: string | null; savedAt?: string }> {
  const [row] = await ctx.db.select().from(staffDrafts).where(hers(staff, name));
  if (!row) return { body: null };
  return { body: ctx.cipher.openText(draftPlace(staff.staffId, name), row.bodySealed), savedAt: instantText(row.savedAt) };
}

/** Keeps it, in place of what was kept under that name. Nothing of it is on record. */
export async function keepStaffDraft(ctx: Context, staff: Staff, name: string, body: string): Promise<{ savedAt: string }> {
  const kept = { officeId: staff.officeId, bodySealed: ctx.cipher.seal(draftPlace(staff.staffId, name), body), savedAt: now(ctx) };
  await ctx.db
    .insert(staffDrafts)
    .values({ staffId: staff.staffId, name, ...kept })
    .onConflictDoUpdate({ target: [staffDrafts.staffId, staffDrafts.name], set: kept });
  return { savedAt: instantText(kept.savedAt) };
}

/** Forgets it. One that is not there is as good as forgotten. */
export async function forgetStaffDraft(ctx: Context, staff: Staff, name: string): Promise<{ forgotten: true }> {
  await ctx.db.delete(staffDrafts).where(hers(staff, name));
  return { forgotten: true };
}

/** Forgets what nobody came back to for thirty days. */
export async function forgetOldStaffDrafts(ctx: Context): Promise<void> {
  await ctx.db.delete(staffDrafts).where(lte(staffDrafts.savedAt, new Date(now(ctx).getTime() - KEPT_MS)));
}
