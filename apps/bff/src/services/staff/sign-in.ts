import { and, eq, gt, isNull } from 'drizzle-orm';
import { secretText } from '../../crypto/codes.ts';
import { staffAccounts, staffSessions, staffSignIns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';

const SIGN_IN_MS = 10 * 60_000;
/** A working day; the clerk signs in each morning. */
export const STAFF_SESSION_MS = 10 * 3_600_000;

export interface BegunSignIn {
  readonly url: URL;
  /** For a cookie of this browser: who begins a sign-in has to end it. */
  readonly browser: string;
}

/** Begins a sign-in at the identity provider. @param returnTo path of the desk to go back to */
export async function beginStaffSignIn(ctx: Context, returnTo: string): Promise<BegunSignIn> {
  const secrets = { state: secretText(), nonce: secretText(), verifier: secretText() };
  const browser = secretText();
  await ctx.db.insert(staffSignIns).values({
    stateHash: ctx.hash.find('sign-in-state', secrets.state),
    browserHash: ctx.hash.find('sign-in-browser', browser),
    verifier: secrets.verifier,
    nonce: secrets.nonce,
    returnTo,
    expiresAt: new Date(ctx.clock() + SIGN_IN_MS),
  });
  return { url: await ctx.staffIdentity.begin(secrets), browser };
}

/**
 * Ends a sign-in: used once, by the browser that began it, for somebody who has an account here.
 * @throws ServiceProblem `not-signed-in` when it does not hold, `forbidden` when nobody here knows them
 */
export async function finishStaffSignIn(
  ctx: Context,
  callback: URL,
  browser: string | undefined,
): Promise<{ session: string; returnTo: string }> {
  const state = callback.searchParams.get('state');
  if (!state || !browser) throw new ServiceProblem('not-signed-in');
  const [begun] = await ctx.db
    .delete(staffSignIns)
    .where(
      and(
        eq(staffSignIns.stateHash, ctx.hash.find('sign-in-state', state)),
        eq(staffSignIns.browserHash, ctx.hash.find('sign-in-browser', browser)),
        gt(staffSignIns.expiresAt, now(ctx)),
      ),
    )
    .returning();
  const who = begun && (await ctx.staffIdentity.finish(callback, { state, nonce: begun.nonce, verifier: begun.verifier }));
  if (!begun || !who) throw new ServiceProblem('not-signed-in');
  return inTransaction(ctx, async (tx) => {
    const [staff] = await tx.db
      .select()
      .from(staffAccounts)
      .where(and(eq(staffAccounts.issuer, who.issuer), eq(staffAccounts.subject, who.subject), isNull(staffAccounts.disabledAt)));
    if (!staff) throw new ServiceProblem('forbidden');
    const session = secretText();
    await tx.db.insert(staffSessions).values({
      hash: tx.hash.find('staff-session', session),
      staffId: staff.id,
      createdAt: now(tx),
      expiresAt: new Date(tx.clock() + STAFF_SESSION_MS),
    });
    await record(tx, {
      actor: { kind: 'staff', id: staff.id },
      action: 'signed-in',
      object: ['staff', staff.id],
      officeId: staff.officeId,
    });
    return { session, returnTo: begun.returnTo };
  });
}
