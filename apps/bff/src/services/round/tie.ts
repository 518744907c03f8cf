import { randomUUID } from 'node:crypto';
import type { RoundTie } from '@assist/contracts';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { roundCodes, roundTies } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf, officeView } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { roundCodeHash } from './issue-code.ts';
import { type Rounder, rounderOf } from './rounder.ts';

/** After this long she signs in at the desk again. Ours: no document says it. */
const TIE_MS = 30 * 24 * 3_600_000;

/**
 * Ties this phone to the assistant who asked for the code. Whatever phone she had before, and whoever had this one, is no longer tied.
 * Unknown, past and used are one answer. In the caller's transaction (keyed).
 * @throws ServiceProblem `verification-code-invalid`, `signature-missing`
 */
export async function tieRound(tx: Context, who: Resident, { code }: { readonly code: string }): Promise<RoundTie> {
  await requireNotice(tx, who.accountId);
  const [known] = await tx.db
    .update(roundCodes)
    .set({ usedAt: now(tx) })
    .where(and(eq(roundCodes.hash, roundCodeHash(tx, code)), isNull(roundCodes.usedAt), gt(roundCodes.expiresAt, now(tx))))
    .returning();
  if (!known) throw new ServiceProblem('verification-code-invalid');
  await tx.db
    .update(roundTies)
    .set({ endedAt: now(tx), endedBy: known.staffId })
    .where(and(isNull(roundTies.endedAt), or(eq(roundTies.staffId, known.staffId), eq(roundTies.accountId, who.accountId))));
  const id = randomUUID();
  await tx.db.insert(roundTies).values({
    id,
    staffId: known.staffId,
    accountId: who.accountId,
    officeId: known.officeId,
    tiedAt: now(tx),
    until: new Date(tx.clock() + TIE_MS),
  });
  const actor = { kind: 'staff', id: known.staffId } as const;
  await record(tx, { actor, action: 'round-tied', object: ['round-tie', id], officeId: known.officeId });
  return tieView(tx, await rounderOf(tx, who));
}

/** 退出: this phone is a phone like everybody's again. Again is the same. */
export const untieRound = (ctx: Context, who: Resident): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(roundTies)
      .set({ endedAt: now(tx), endedBy: `account:${who.accountId}` })
      .where(and(eq(roundTies.accountId, who.accountId), isNull(roundTies.endedAt)))
      .returning({ id: roundTies.id, officeId: roundTies.officeId });
    for (const { id, officeId } of ended)
      await record(tx, {
        actor: { kind: 'account', id: who.accountId },
        action: 'round-tie-ended',
        object: ['round-tie', id],
        officeId,
      });
  });

export async function tieView(ctx: Context, rounder: Rounder): Promise<RoundTie> {
  return {
    tieId: rounder.tieId,
    staffName: rounder.name,
    office: officeView(await officeOf(ctx, rounder.officeId)),
    villages: [...rounder.villages],
    tiedAt: instantText(rounder.tiedAt),
    until: instantText(rounder.until),
  };
}
