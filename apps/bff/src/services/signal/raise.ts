import { randomUUID } from 'node:crypto';
import type { SIGNALS } from '@assist/contracts';
import { and, eq, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { signals } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { nextNumber } from '../authentication/number.ts';
import { type Context, now } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { addItem } from '../queue/add-item.ts';

export interface NewSignal {
  readonly kind: (typeof SIGNALS)[number];
  readonly officeId: string;
  /** What makes it the same signal within a day: a person, a phone. Kept as a keyed hash. */
  readonly subject: string;
  /** Of whom the item in the queue is. */
  readonly name: string;
  readonly caseId?: string | undefined;
  readonly accountId?: string;
  readonly count?: number;
}

/**
 * Puts something odd into the queue for somebody to look at. Never blocks, never answers no.
 * The same on the same day raises the count of the one there is.
 */
export async function raiseSignal(tx: Context, signal: NewSignal): Promise<void> {
  const { kind, officeId, accountId, count = 1 } = signal;
  const onDay = dayInShanghai(tx.clock());
  const subjectHash = tx.hash.find('signal', signal.subject);
  const same = and(eq(signals.kind, kind), eq(signals.officeId, officeId), eq(signals.subjectHash, subjectHash), eq(signals.onDay, onDay));
  const raised = await tx.db
    .update(signals)
    .set({ count: sql`greatest(${signals.count}, ${count})` })
    .where(same)
    .returning({ id: signals.id });
  if (raised.length > 0) return;
  const id = randomUUID();
  const [made] = await tx.db
    .insert(signals)
    .values({ id, kind, officeId, subjectHash, onDay, count, accountId: accountId ?? null, at: now(tx) })
    .onConflictDoNothing()
    .returning({ id: signals.id });
  if (!made) return;
  const number = await nextNumber(tx, await officeOf(tx, officeId), onDay);
  await addItem(tx, { kind: 'signal', subjectId: id, officeId, caseId: signal.caseId, name: signal.name, number, about: [kind] });
  await record(tx, { actor: { kind: 'system' }, action: 'signal-found', object: ['signal', id], officeId });
}
