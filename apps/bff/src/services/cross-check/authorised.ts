import type { CivilDate } from '@assist/policy';
import { and, asc, desc, eq, inArray, isNotNull, like, or } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { checkAuthorisations, procedureRuns, signatures } from '../../db/schema.ts';
import { usableForCrossCheck } from '../consent/usable-for-cross-check.ts';
import type { Context } from '../context.ts';
import type { RunRow } from '../procedure/record.ts';

/**
 * Members whose signature for a cross-check stands today, with the day they signed. Signed in the app with the application, or on paper
 * that somebody of the office saw; "to be confirmed" is no signature, and what was taken back stands no more.
 */
export async function authorisedMembers(
  tx: Context,
  run: Pick<RunRow, 'applicationId' | 'caseId'>,
): Promise<ReadonlyMap<string, CivilDate>> {
  const found = new Map<string, CivilDate>();
  const applicationIds = await applicationsOf(tx, run);
  if (applicationIds.length)
    for (const one of await tx.db
      .select()
      .from(signatures)
      .where(
        and(
          inArray(signatures.applicationId, applicationIds),
          eq(signatures.statement, 'cross-check'),
          eq(signatures.status, 'given'),
          isNotNull(signatures.signedAt),
        ),
      ))
      if ((await usableForCrossCheck(tx, one)).usable) found.set(one.memberId, dayInShanghai((one.signedAt as Date).getTime()));
  const rows = await tx.db
    .select()
    .from(checkAuthorisations)
    .where(
      or(
        ...(applicationIds.length ? [inArray(checkAuthorisations.applicationId, applicationIds)] : []),
        ...(run.caseId ? [eq(checkAuthorisations.caseId, run.caseId)] : []),
        ...(applicationIds.length === 0 && !run.caseId ? [eq(checkAuthorisations.memberId, '')] : []),
      ),
    )
    .orderBy(asc(checkAuthorisations.id));
  for (const row of rows)
    if (row.what === 'withdrawn') found.delete(row.memberId);
    else found.set(row.memberId, row.onDay as CivilDate);
  return found;
}

/** The application of a run, or the one its household came from: one signature for what follows from it (YMF12-20b). */
async function applicationsOf(tx: Context, run: Pick<RunRow, 'applicationId' | 'caseId'>): Promise<string[]> {
  if (run.applicationId) return [run.applicationId];
  if (!run.caseId) return [];
  const rows = await tx.db
    .select({ id: procedureRuns.applicationId })
    .from(procedureRuns)
    .where(and(eq(procedureRuns.caseId, run.caseId), like(procedureRuns.procedure, 'application%'), isNotNull(procedureRuns.applicationId)))
    .orderBy(desc(procedureRuns.createdAt))
    .limit(1);
  return rows.flatMap((row) => row.id ?? []);
}
