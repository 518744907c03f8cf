import type { CivilDate } from '@assist/policy';
import { and, asc, desc, eq, inArray, isNotNull, like, or } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { checkAuthorisations, procedureRuns, relaySignatures, signatures } from '../../db/schema.ts';
import { usableForCrossCheck } from '../consent/usable-for-cross-check.ts';
import type { Context } from '../context.ts';
import type { RunRow } from '../procedure/record.ts';

/**
 * Members whose signature for a cross-check stands today, with the day they signed. Signed in the app with the application, or on paper
 * that somebody of the office saw; "to be confirmed" is no signature, and what was taken back stands no more, here or in the relay: only
 * what was signed since counts.
 */
export async function authorisedMembers(
  tx: Context,
  run: Pick<RunRow, 'applicationId' | 'caseId'>,
): Promise<ReadonlyMap<string, CivilDate>> {
  const found = new Map<string, { readonly on: CivilDate; readonly at: Date }>();
  const applicationIds = await applicationsOf(tx, run);
  const { standing, takenBack } = await inRelay(tx, applicationIds);
  if (applicationIds.length)
    // The time beside the applicant's own signature is their phone's, and orders nothing.
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
      if ((await usableForCrossCheck(tx, one)).usable)
        found.set(one.memberId, { on: dayInShanghai((one.signedAt as Date).getTime()), at: standing.get(one.memberId) ?? LONG_AGO });
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
  for (const { memberId, what, at, onDay } of rows) {
    const last = takenBack.get(memberId);
    if (what === 'withdrawn') {
      if (!last || last < at) takenBack.set(memberId, at);
      if ((found.get(memberId)?.at ?? at) <= at) found.delete(memberId);
    } else if (!last || (last <= at && onDay >= dayInShanghai(last.getTime()))) found.set(memberId, { on: onDay as CivilDate, at });
  }
  return new Map([...found].map(([memberId, { on }]) => [memberId, on]));
}

const LONG_AGO = new Date(0);

/** When members signed in the relay what stands, and when they last took back what does not: a paper of before that counts no more either. */
async function inRelay(tx: Context, applicationIds: readonly string[]) {
  const standing = new Map<string, Date>();
  const takenBack = new Map<string, Date>();
  if (applicationIds.length === 0) return { standing, takenBack };
  const rows = await tx.db
    .select({ memberId: relaySignatures.memberId, signedAt: relaySignatures.signedAt, endedAt: relaySignatures.endedAt })
    .from(relaySignatures)
    .where(inArray(relaySignatures.applicationId, [...applicationIds]))
    .orderBy(asc(relaySignatures.endedAt));
  for (const { memberId, signedAt, endedAt } of rows)
    if (endedAt) takenBack.set(memberId, endedAt);
    else standing.set(memberId, signedAt);
  return { standing, takenBack };
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
