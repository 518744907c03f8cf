import type { ImportView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { registerImports, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import type { RowProblem } from './register-household.ts';

export type ImportRow = typeof registerImports.$inferSelect;

/** Who sends a register: a clerk for their own township, or the operator of the machine for the district. */
export type Importer = Pick<Staff, 'staffId' | 'officeId'> | { readonly operator: string };
export const officeOfImporter = (who: Importer): string | undefined => ('operator' in who ? undefined : who.officeId);
const OPERATOR = 'operator:';
export const nameOfImporter = (who: Importer): string => ('operator' in who ? `${OPERATOR}${who.operator}` : who.staffId);

/** What lies sealed beside an import. */
export interface ImportReport {
  readonly problems: readonly RowProblem[];
  readonly changes: readonly { readonly registerNumber: string; readonly sentence: string }[];
}
export const MOST_PROBLEMS = 200;
export const MOST_CHANGES = 100;
export const importPlace = {
  report: (importId: string) => `register-import.report:${importId}`,
  household: (importId: string, position: number) => `register-import.household:${importId}:${position}`,
};

export const reportOf = (ctx: Context, row: ImportRow): ImportReport =>
  ctx.cipher.openJson<ImportReport>(importPlace.report(row.id), row.reportSealed);

export async function importView(ctx: Context, row: ImportRow): Promise<ImportView> {
  const { problems, changes } = reportOf(ctx, row);
  return {
    importId: row.id,
    state: row.state,
    fileName: row.fileName,
    encoding: row.encoding,
    by: await importerName(ctx, row.importedBy),
    at: instantText(row.checkedAt),
    rows: row.rows,
    done: row.done,
    would: { add: row.adds, change: row.changes, same: row.same, missing: row.missing },
    problems: [...problems],
    problemCount: row.problemCount,
    changes: [...changes],
  };
}

async function importerName(ctx: Context, importedBy: string): Promise<string> {
  if (importedBy.startsWith(OPERATOR)) return `命令行（${importedBy.slice(OPERATOR.length)}）`;
  const [clerk] = await ctx.db.select({ name: staffAccounts.name }).from(staffAccounts).where(eq(staffAccounts.id, importedBy));
  return clerk?.name ?? '';
}

/** An import of this sender's. @throws ServiceProblem `not-found`, also for another township's */
export async function importRowOf(ctx: Context, who: Importer, importId: string): Promise<ImportRow> {
  const [row] = await ctx.db.select().from(registerImports).where(eq(registerImports.id, importId));
  if (!row || row.officeId !== (officeOfImporter(who) ?? null)) throw new ServiceProblem('not-found');
  return row;
}
