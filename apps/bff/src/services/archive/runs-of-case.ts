import type { RunView } from '@assist/contracts';
import { and, asc, eq } from 'drizzle-orm';
import { procedureRuns } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { runView } from '../procedure/view.ts';

/** The procedures of a household, the oldest first, as somebody who only reads sees them. */
export async function runsOfCase(
  tx: Context,
  one: { readonly id: string; readonly officeId: string },
  askedBy: string,
): Promise<RunView[]> {
  const rows = await tx.db
    .select()
    .from(procedureRuns)
    .where(and(eq(procedureRuns.caseId, one.id), eq(procedureRuns.officeId, one.officeId)))
    .orderBy(asc(procedureRuns.createdAt), asc(procedureRuns.id));
  const reader = { staffId: askedBy, name: '', role: 'auditor' as const, officeId: one.officeId, session: Buffer.alloc(0) };
  const views: RunView[] = [];
  for (const row of rows) views.push(await runView(tx, reader, row));
  return views;
}
