import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { idempotencyKeys } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';

const KEPT_MS = 24 * 3_600_000;
/** Who died while working holds the key no longer than this. Longer than any verb may take. */
const LOCKED_MS = 30_000;

export interface OnceRequest {
  /** Whose key it is: `account:<id>` or `staff:<id>`. */
  readonly scope: string;
  readonly key: string;
  readonly endpoint: string;
  readonly payload: unknown;
}
type Row = typeof idempotencyKeys.$inferSelect;

/**
 * Does something once for a key of 24 hours. The answer is stored in the transaction of the change: who was cut off
 * in between tries again and gets it. A problem is not stored: it changed nothing, so the same key may try again.
 * @param before what may not wait inside a transaction (a call to WeChat)
 * @throws ServiceProblem `key-content-differs`, `key-in-progress`
 */
export async function once<B, T>(
  ctx: Context,
  request: OnceRequest,
  before: () => Promise<B>,
  work: (tx: Context, prepared: B) => Promise<T>,
): Promise<T> {
  const { scope, key } = request;
  const fingerprint = ctx.hash.fingerprint(`key:${request.endpoint}`, request.payload ?? null);
  const place = `answer:${scope}:${key}`;
  const mine = and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key));
  const lockedUntil = new Date(now(ctx).getTime() + LOCKED_MS);
  const stored = await take(ctx, { ...request, fingerprint, lockedUntil });
  if (stored) {
    if (stored.endpoint !== request.endpoint || !stored.fingerprint.equals(fingerprint)) throw new ServiceProblem('key-content-differs');
    if (!stored.answerSealed) throw new ServiceProblem('key-in-progress', { retryAfterSeconds: 1 });
    return ctx.cipher.openJson<T>(place, stored.answerSealed);
  }
  // Whoever took longer than the key is held finds it in another's hands: then nothing of hers stands.
  const held = and(mine, isNull(idempotencyKeys.answerSealed), eq(idempotencyKeys.lockedUntil, lockedUntil));
  const release = () => ctx.db.delete(idempotencyKeys).where(held);
  try {
    const prepared = await before();
    const value = await inTransaction(ctx, async (tx) => {
      const done = await work(tx, prepared);
      if (done instanceof ServiceProblem) return done;
      const answered = await tx.db
        .update(idempotencyKeys)
        .set({ status: 200, answerSealed: ctx.cipher.sealJson(place, done ?? null) })
        .where(held)
        .returning({ key: idempotencyKeys.key });
      if (answered.length === 0) throw new ServiceProblem('key-in-progress', { retryAfterSeconds: 1 });
      return done;
    });
    if (value instanceof ServiceProblem) await release();
    return value;
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

/** Takes the key, or gives the row of whoever has it. */
async function take(ctx: Context, request: OnceRequest & { fingerprint: Buffer; lockedUntil: Date }): Promise<Row | undefined> {
  const at = now(ctx);
  const { scope, key, endpoint, fingerprint, lockedUntil } = request;
  const fresh = {
    endpoint,
    fingerprint,
    lockedUntil,
    status: null,
    answerSealed: null,
    expiresAt: new Date(at.getTime() + KEPT_MS),
  };
  const t = idempotencyKeys;
  const [taken] = await ctx.db
    .insert(t)
    .values({ scope, key, ...fresh })
    .onConflictDoUpdate({
      target: [t.scope, t.key],
      set: fresh,
      // Past its day, or left behind by somebody who died with the same content in hand.
      setWhere: or(
        lt(t.expiresAt, at),
        and(isNull(t.answerSealed), lt(t.lockedUntil, at), eq(t.endpoint, endpoint), eq(t.fingerprint, fingerprint)),
      ),
    })
    .returning({ key: t.key });
  if (taken) return undefined;
  const [row] = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.scope, scope), eq(t.key, key)));
  return row ?? take(ctx, request);
}
