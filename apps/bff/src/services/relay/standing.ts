import { STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { and, eq, inArray, like, sql } from 'drizzle-orm';
import { signatures, workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { STATEMENTS_OF_EACH } from './ask.ts';
import { type AskRow, asksOfSent, latestSignatures } from './row.ts';

/**
 * Carries how the adults stand to the records of an application that was sent: given where a signature counts, "not yet" everywhere else.
 * Nothing of an application that was not sent yet.
 * @param all asks of one application
 */
export async function carryStanding(tx: Context, all: readonly AskRow[]): Promise<void> {
  const [first] = all;
  const sent = first && (await asksOfSent(tx, first.applicationId, all));
  if (!sent) return;
  const { application, asks } = sent;
  const latest = await latestSignatures(
    tx,
    asks.map((ask) => ask.id),
  );
  for (const ask of asks) {
    const signed = latest.get(ask.id);
    const counts = signed?.state === 'given' ? signed : undefined;
    for (const statement of new Set([...STATEMENTS_OF_EACH, ...(signed?.statements.map((one) => one.statement) ?? [])])) {
      const given = counts?.statements.find((one) => one.statement === statement);
      const { version, hash } = given ?? { version: STATEMENTS[statement].version, hash: STATEMENT_HASHES[statement] };
      const values = {
        version,
        hash,
        status: given ? ('given' as const) : ('not-yet' as const),
        signedAt: given ? (counts?.signedAt ?? null) : null,
      };
      await tx.db
        .insert(signatures)
        .values({ applicationId: application.id, officeId: application.officeId, memberId: ask.memberId, statement, ...values })
        .onConflictDoUpdate({ target: [signatures.applicationId, signatures.memberId, signatures.statement], set: values });
    }
  }
  // Nothing waits for somebody outside the household: they sign because they want to (SAL2026-41).
  const open = and(
    eq(signatures.applicationId, application.id),
    like(signatures.memberId, 'm%'),
    eq(signatures.statement, 'cross-check'),
    eq(signatures.status, 'not-yet'),
  );
  await tx.db
    .update(workItems)
    .set({ othersNotSigned: sql`exists (${tx.db.select({ one: sql`1` }).from(signatures).where(open)})` })
    .where(and(eq(workItems.applicationId, application.id), inArray(workItems.kind, ['application'])));
}
