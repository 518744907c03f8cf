import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { reminders, sends } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { groundOf } from '../reminder/ground.ts';
import { handOver } from './hand-over.ts';
import { isNight } from './night.ts';
import { type SendRow, settleSend } from './settle.ts';

/** At once: a provider is slow, and the database is not held while one answers. */
const AT_ONCE = 16;
/** A run ends here so that the worker's other work is not kept waiting. */
const MOST_A_RUN = 320;
const MINUTE_MS = 60_000;
/** Longer than any call outside takes: whoever took it was killed. */
const KILLED_AFTER_MS = 10 * MINUTE_MS;
/** A provider that says nothing for so long has not delivered (declared: `silence-is-a-bounce`). */
export const SILENCE_MS = 24 * 60 * MINUTE_MS;
const MOST_TRIES = 12;

/** Sends what waits and may go out at this hour. Several workers never take the same. @returns how many */
export async function sendWaiting(ctx: Context): Promise<number> {
  let all = 0;
  while (all < MOST_A_RUN) {
    const taken = await takeSome(ctx);
    await Promise.all(taken.map((row) => sendOne(ctx, row)));
    all += taken.length;
    if (taken.length < AT_ONCE) break;
  }
  return all;
}

/** Taken for good before anything goes out: whoever is killed in between leaves a trace that is found later. */
const takeSome = (ctx: Context): Promise<SendRow[]> =>
  inTransaction(ctx, async (tx) => {
    const at = now(tx);
    const rows = await tx.db
      .select({ id: sends.id })
      .from(sends)
      .where(and(eq(sends.state, 'waiting'), lte(sends.runAt, at), ...(isNight(at) ? [eq(sends.channel, 'wechat')] : [])))
      .orderBy(asc(sends.runAt), asc(sends.id))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const taken = await tx.db.update(sends).set({ state: 'sending', sendingSince: at }).where(inArray(sends.id, ids)).returning();
    return taken.map((row) => ({ ...row, tries: row.tries + 1 }));
  });

/** Waited for the morning, and meanwhile the person was met. */
async function isMoot(ctx: Context, row: SendRow): Promise<boolean> {
  if (!row.reminderId) return false;
  const [reminder] = await ctx.db.select().from(reminders).where(eq(reminders.id, row.reminderId));
  return !reminder || reminder.endedAt !== null || (await groundOf(ctx, reminder)) !== 'climb';
}

async function sendOne(ctx: Context, row: SendRow): Promise<void> {
  const outcome = (await isMoot(ctx, row)) ? ({ kind: 'bounced', why: 'met-meanwhile' } as const) : await handOver(ctx, row);
  await inTransaction(ctx, async (tx) => {
    const [current] = await tx.db.select().from(sends).where(eq(sends.id, row.id)).for('update');
    // A report may have come before the provider's own answer.
    if (!current) return;
    await tx.db.update(sends).set({ tries: row.tries }).where(eq(sends.id, row.id));
    if (current.state !== 'sending') return;
    if (outcome.kind === 'later' && row.tries >= MOST_TRIES) await settleSend(tx, current, { kind: 'bounced', why: 'tried-too-often' });
    else await settleSend(tx, current, outcome);
  });
}

/**
 * What a killed worker left. A text message or call is asked again with the same ref, which a provider takes once. A subscribe message is
 * not: it may have gone out, so it counts as sent and silence ends it.
 */
export const takeUpKilled = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(sends)
      .where(and(eq(sends.state, 'sending'), lte(sends.sendingSince, new Date(tx.clock() - KILLED_AFTER_MS))))
      .limit(500)
      .for('update', { skipLocked: true });
    for (const row of rows)
      await settleSend(
        tx,
        row,
        row.channel === 'wechat' ? { kind: 'sent' } : { kind: 'later', at: now(tx), why: 'asked-again' },
        row.sendingSince ?? undefined,
      );
    return rows.length;
  });

/** Silence is a bounce: the next one does not wait for ever. */
export const endSilence = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(sends)
      .where(and(eq(sends.state, 'sent'), lte(sends.sentAt, new Date(tx.clock() - SILENCE_MS))))
      .limit(500)
      .for('update', { skipLocked: true });
    for (const row of rows) await settleSend(tx, row, { kind: 'bounced', why: 'silence' });
    return rows.length;
  });
