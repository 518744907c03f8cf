import { eq, sql } from 'drizzle-orm';
import { relayAsks, relayLinks } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type AskRow, digitsHash, linkHash, lockAsks } from './row.ts';

/** After so many wrong ones a link is over; whoever sent it can make another one. */
const MOST_TRIES = 5;

/**
 * Opens a link with the last six. A wrong try is counted, and stays counted.
 * @returns the ask, or a problem `relay-link-over` (unknown, past, used, tried too often: one answer) or `relay-digits-wrong`
 */
export async function tryLink(tx: Context, accountId: string, token: string, lastSix: string): Promise<AskRow | ServiceProblem> {
  const hash = linkHash(tx, token);
  const [found] = await tx.db
    .select({ ask: relayAsks })
    .from(relayLinks)
    .innerJoin(relayAsks, eq(relayAsks.id, relayLinks.askId))
    .where(eq(relayLinks.hash, hash));
  // Asks first and links after them, as everywhere here: two that wait for each other would both be turned away.
  const asks = found ? await lockAsks(tx, found.ask.applicationId) : [];
  const [link] = await tx.db.select().from(relayLinks).where(eq(relayLinks.hash, hash)).for('update');
  if (!link || link.endedAt || link.expiresAt <= now(tx) || link.tries >= MOST_TRIES) return new ServiceProblem('relay-link-over');
  const ask = asks.find((one) => one.id === link.askId);
  if (!ask?.digitsHash) return new ServiceProblem('relay-link-over');
  if (ask.digitsHash.equals(digitsHash(tx, ask.id, lastSix))) return ask;
  await tx.db
    .update(relayLinks)
    .set({ tries: sql`${relayLinks.tries} + 1` })
    .where(eq(relayLinks.hash, hash));
  await record(tx, {
    actor: { kind: 'account', id: accountId },
    action: 'relay-digits-refused',
    object: ['relay-ask', ask.id],
    result: 'refused',
  });
  return new ServiceProblem(link.tries + 1 >= MOST_TRIES ? 'relay-link-over' : 'relay-digits-wrong');
}
