import type { ImportView } from '@assist/contracts';
import { and, eq, gte, isNull, lt, ne, not, or, sql } from 'drizzle-orm';
import { outbox, registerImportRows, registerImports } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type Importer, type ImportRow, importRowOf, importView, officeOfImporter } from './import-view.ts';

/** A check older than this says nothing about today's register; what waits is cleared away. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** The desk's way in. @throws ServiceProblem `forbidden`, and what `confirmImport` throws */
export async function confirmAsStaff(ctx: Context, staff: Staff, importId: string): Promise<ImportView> {
  requireHandler(staff);
  return confirmImport(ctx, staff, importId);
}

/**
 * It was looked at: the worker writes it. Again is the same. An import that was checked before another one of these households was
 * written has to be sent again, or it would take the newer one back.
 * @throws ServiceProblem `not-found`, `state-changed`
 */
export const confirmImport = (ctx: Context, who: Importer, importId: string): Promise<ImportView> =>
  inTransaction(ctx, async (tx) => {
    const before = await importRowOf(tx, who, importId);
    if (before.state === 'writing' || before.state === 'done') return importView(tx, before);
    if (before.state === 'stopped' || (await isOvertaken(tx, before))) throw new ServiceProblem('state-changed');
    const [row] = await tx.db
      .update(registerImports)
      .set({ state: 'writing' })
      .where(and(eq(registerImports.id, importId), eq(registerImports.state, 'checked')))
      .returning();
    // Somebody else was quicker with the same one.
    if (!row) return importView(tx, await importRowOf(tx, who, importId));
    const officeId = officeOfImporter(who);
    await record(tx, {
      actor: 'operator' in who ? { kind: 'system' } : { kind: 'staff', id: who.staffId },
      action: 'register-confirmed',
      object: ['register-import', importId],
      ...(officeId && { officeId }),
    });
    await addToOutbox(tx, 'write-register-import', { importId });
    return importView(tx, row);
  });

async function isOvertaken(tx: Context, row: ImportRow): Promise<boolean> {
  const [other] = await tx.db
    .select({ id: registerImports.id })
    .from(registerImports)
    .where(
      and(
        ne(registerImports.id, row.id),
        row.officeId === null ? undefined : or(eq(registerImports.officeId, row.officeId), isNull(registerImports.officeId)),
        or(eq(registerImports.state, 'writing'), gte(registerImports.finishedAt, row.checkedAt)),
      ),
    )
    .limit(1);
  return other !== undefined;
}

/**
 * Ends what goes on no more: checks that nobody confirmed, and imports whose writing was given up. What waited of them is personal and
 * goes; what was written stands, and the same file sent again writes the rest. @returns how many
 */
export const stopOldImports = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const waits = sql`exists (select from ${outbox} where ${outbox.kind} = 'write-register-import' and ${outbox.doneAt} is null
      and ${outbox.payload} ->> 'importId' = ${registerImports.id}::text)`;
    const rows = await tx.db
      .update(registerImports)
      .set({ state: 'stopped', finishedAt: now(tx) })
      .where(
        or(
          and(eq(registerImports.state, 'checked'), lt(registerImports.checkedAt, new Date(tx.clock() - KEPT_MS))),
          and(eq(registerImports.state, 'writing'), not(waits)),
        ),
      )
      .returning({ id: registerImports.id });
    for (const { id } of rows) await tx.db.delete(registerImportRows).where(eq(registerImportRows.importId, id));
    return rows.length;
  });
