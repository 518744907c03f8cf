import { and, desc, eq, sql } from 'drizzle-orm';
import { relaySignatures, signatures } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { isKnownWording } from './statements.ts';

/**
 * Whether a cross-check may run on this person of this application: the one place that says so, asked right before a request leaves.
 * Only their own signature, in a wording that was shown, counts; one that waits for a visit, a call or a face does not, and neither does
 * one that was taken back (SAL2026-40, SAL2026-41).
 */
export async function usableForCrossCheck(
  ctx: Context,
  person: { readonly applicationId: string; readonly memberId: string },
): Promise<{ readonly usable: true } | { readonly usable: false; readonly why: 'not-signed' | 'to-confirm' | 'withdrawn' }> {
  const { applicationId, memberId } = person;
  const [[signed], [latest]] = await Promise.all([
    ctx.db
      .select()
      .from(signatures)
      .where(and(eq(signatures.applicationId, applicationId), eq(signatures.memberId, memberId), eq(signatures.statement, 'cross-check'))),
    ctx.db
      .select({ state: relaySignatures.state })
      .from(relaySignatures)
      .where(and(eq(relaySignatures.applicationId, applicationId), eq(relaySignatures.memberId, memberId)))
      .orderBy(sql`${relaySignatures.endedAt} desc nulls first`, desc(relaySignatures.signedAt))
      .limit(1),
  ]);
  // Somebody asked before: what their latest answer is stands above what the form says.
  if (latest?.state === 'to-confirm') return { usable: false, why: 'to-confirm' };
  if (latest?.state === 'withdrawn' || latest?.state === 'not-agreed') return { usable: false, why: 'withdrawn' };
  if (signed?.status !== 'given') return { usable: false, why: 'not-signed' };
  const { version, hash } = signed;
  return isKnownWording({ statement: 'cross-check', version, hash }) ? { usable: true } : { usable: false, why: 'not-signed' };
}
