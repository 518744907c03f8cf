import type { OfficeView } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { eq, inArray } from 'drizzle-orm';
import { officeAreas, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';

export type OfficeRow = typeof offices.$inferSelect;

/** The office that handles what lies at each of these codes (a township's 9 digits or more). */
export async function officesFor(ctx: Context, codes: readonly DivisionCode[]): Promise<Map<string, OfficeRow>> {
  const townships = [...new Set(codes.map((code) => code.slice(0, 9)))];
  if (townships.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: officeAreas.divisionCode, office: offices })
    .from(officeAreas)
    .innerJoin(offices, eq(offices.id, officeAreas.officeId))
    .where(inArray(officeAreas.divisionCode, townships));
  return new Map(rows.map((row) => [row.code, row.office]));
}

export async function officeOf(ctx: Context, officeId: string): Promise<OfficeRow> {
  const [row] = await ctx.db.select().from(offices).where(eq(offices.id, officeId));
  if (!row) throw new Error('office without a row');
  return row;
}

/** What a resident is shown. What nobody found in a source is absent. */
export const officeView = (row: OfficeRow, divisionCode?: string): OfficeView => ({
  id: row.id,
  name: row.name,
  divisionCode: (divisionCode ?? row.id) as DivisionCode,
  district: row.district,
  live: row.live,
  ...(row.phone && { phone: row.phone }),
  ...(row.address && { address: row.address }),
  ...(row.hours && { hours: row.hours }),
  ...(row.sample && { sample: true }),
});
