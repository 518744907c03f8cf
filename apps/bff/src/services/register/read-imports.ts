import type { ImportView } from '@assist/contracts';
import { desc, eq } from 'drizzle-orm';
import { registerImports } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { importRowOf, importView } from './import-view.ts';

const MOST = 50;

/** How far it is. @throws ServiceProblem `not-found`, also for another township's */
export const readImport = async (ctx: Context, staff: Staff, importId: string): Promise<ImportView> =>
  importView(ctx, await importRowOf(ctx, staff, importId));

/** Who sent a register to this township, and when, newest first. */
export async function listImports(ctx: Context, staff: Staff): Promise<ImportView[]> {
  const rows = await ctx.db
    .select()
    .from(registerImports)
    .where(eq(registerImports.officeId, staff.officeId))
    .orderBy(desc(registerImports.checkedAt))
    .limit(MOST);
  return Promise.all(rows.map((row) => importView(ctx, row)));
}
