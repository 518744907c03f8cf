import type { ConfirmReason } from '@assist/contracts';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { accounts, relayAsks, relaySignatures } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { AskRow } from './row.ts';

/**
 * Why a signature from this account and phone waits for a visit, a call or a face: the applicant or another member used the same.
 * An account verified as this very person is theirs; a phone in two hands is not.
 */
export async function whyToConfirm(
  tx: Context,
  ask: AskRow,
  from: { readonly accountId: string; readonly deviceHash: Buffer },
): Promise<ConfirmReason | undefined> {
  const others = await othersOf(tx, ask);
  const own = await isOwnAccount(tx, ask, from.accountId);
  if (!own && (ask.accountId === from.accountId || others.some((one) => one.accountId === from.accountId))) return 'same-account';
  if (ask.deviceHash.equals(from.deviceHash) || others.some((one) => one.deviceHash?.equals(from.deviceHash))) return 'same-phone';
  return undefined;
}

/** Signatures of others that came from what was now used again: they wait too, until somebody asked. @returns asks that changed */
export async function doubtOthers(
  tx: Context,
  asks: readonly AskRow[],
  ask: AskRow,
  from: { readonly accountId: string; readonly deviceHash: Buffer },
): Promise<AskRow[]> {
  const changed: AskRow[] = [];
  for (const one of await othersOf(tx, ask)) {
    const other = asks.find((row) => row.id === one.askId);
    if (!other || one.state !== 'given' || one.confirmedBy || one.accountId === null) continue;
    const sameAccount = one.accountId === from.accountId && !(await isOwnAccount(tx, other, one.accountId));
    const samePhone = one.deviceHash?.equals(from.deviceHash) === true;
    if (!sameAccount && !samePhone) continue;
    await tx.db
      .update(relaySignatures)
      .set({ state: 'to-confirm', why: sameAccount ? 'same-account' : 'same-phone' })
      .where(eq(relaySignatures.id, one.id));
    changed.push(other);
  }
  if (changed.length > 0)
    await tx.db
      .update(relayAsks)
      .set({ state: 'to-confirm' })
      .where(
        inArray(
          relayAsks.id,
          changed.map((one) => one.id),
        ),
      );
  return changed;
}

const othersOf = (tx: Context, ask: AskRow) =>
  tx.db
    .select()
    .from(relaySignatures)
    .where(and(eq(relaySignatures.applicationId, ask.applicationId), ne(relaySignatures.memberId, ask.memberId)));

async function isOwnAccount(tx: Context, ask: AskRow, accountId: string): Promise<boolean> {
  const [row] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
  return (
    row?.identity === 'verified' && ask.signer === 'self' && ask.numberHash !== null && row.numberHash?.equals(ask.numberHash) === true
  );
}
