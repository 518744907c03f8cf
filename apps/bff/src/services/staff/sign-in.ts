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

/**
 * Begins a sign-in at the identity provider.
 * @param returnTo path of the desk to go back to
 * @param raises hash of the session that has to show two factors now
 */
export async function beginStaffSignIn(ctx: Context, returnTo: string, raises?: Buffer): Promise<BegunSignIn> {
  const secrets = { state: secretText(), nonce: secretText(), verifier: secretText() };
  const browser = secretText();
  await ctx.db.insert(staffSignIns).values({
    stateHash: ctx.hash.find('sign-in-state', secrets.state),
    browserHash: ctx.hash.find('sign-in-browser', browser),
    verifier: secrets.verifier,
    nonce: secrets.nonce,
    returnTo,
    expiresAt: new Date(ctx.clock() + SIGN_IN_MS),
    ...(raises && { raisesSession: raises }),
  });
  return { url: await ctx.staffIdentity.begin(secrets, raises !== undefined), browser };
}

/**
 * Ends a sign-in: used once, by the browser that began it, for somebody who has an account here. Where it raises a session, only as the same
 * person and with two factors; the session gets a new secret then.
 * @returns also a problem `second-factor-needed` with where to go back to
 * @throws ServiceProblem `not-signed-in` when it does not hold, `forbidden` when nobody here knows them
 */
export async function finishStaffSignIn(
  ctx: Context,
  callback: URL,
  browser: string | undefined,
): Promise<{ session: string; returnTo: string } | { refused: ServiceProblem; returnTo: string }> {
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
  const raises = begun?.raisesSession ?? undefined;
  const secrets = begun && { state, nonce: begun.nonce, verifier: begun.verifier };
  const who = secrets && (await ctx.staffIdentity.finish(callback, secrets, raises !== undefined));
  const refused = () => ({ refused: new ServiceProblem('second-factor-needed'), returnTo: begun?.returnTo ?? '/' });
  if (raises && who?.secondFactorAge === undefined) return refused();
  if (!begun || !who) throw new ServiceProblem('not-signed-in');
  return inTransaction(ctx, async (tx) => {
    const [staff] = await tx.db
      .select()
      .from(staffAccounts)
      .where(and(eq(staffAccounts.issuer, who.issuer), eq(staffAccounts.subject, who.subject), isNull(staffAccounts.disabledAt)));
    if (!staff) throw new ServiceProblem('forbidden');
    if (raises && !(await endRaised(tx, raises, staff.id))) return refused();
    const session = secretText();
    const age = who.secondFactorAge;
    await tx.db.insert(staffSessions).values({
      hash: tx.hash.find('staff-session', session),
      staffId: staff.id,
      createdAt: now(tx),
      expiresAt: new Date(tx.clock() + STAFF_SESSION_MS),
      ...(age !== undefined && { secondFactorAt: new Date(tx.clock() - age * 1000) }),
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

/** The session that goes on under a new secret. @returns false where it is over, or somebody else's */
async function endRaised(tx: Context, hash: Buffer, staffId: string): Promise<boolean> {
  const [ended] = await tx.db
    .update(staffSessions)
    .set({ endedAt: now(tx) })
    .where(and(eq(staffSessions.hash, hash), eq(staffSessions.staffId, staffId), isNull(staffSessions.endedAt)))
    .returning({ hash: staffSessions.hash });
  return ended !== undefined;
}
