import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { reminders, sends } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { sendCodePlace } from '../message/tell.ts';

export type SendRow = typeof sends.$inferSelect;

/** `sent`: taken, a report may follow. `later`: nothing was sent. */
export type Settled =
  | { readonly kind: 'delivered'; readonly providerRef?: string | undefined }
  | { readonly kind: 'sent'; readonly providerRef?: string | undefined }
  | { readonly kind: 'bounced'; readonly why: string }
  | { readonly kind: 'later'; readonly at: Date; readonly why: string };

/**
 * Writes down what became of a try, once: what was delivered stays delivered unless the channel itself says otherwise later, what
 * bounced stays bounced. Where it did not arrive the next channel follows; a ladder looks at once.
 * @param row locked by the caller
 */
export async function settleSend(tx: Context, row: SendRow, outcome: Settled, at: Date = now(tx)): Promise<void> {
  if (row.state === 'bounced') {
    // It came after all, when the next channel had been taken: kept to be read, and nothing moves back.
    if (row.why === 'silence' && outcome.kind === 'delivered')
      await tx.db.update(sends).set({ why: 'delivered-late', settledAt: at }).where(eq(sends.id, row.id));
    return;
  }
  if (row.state === 'delivered' && outcome.kind !== 'bounced') return;
  const settled = outcome.kind === 'delivered' || outcome.kind === 'bounced';
  await tx.db
    .update(sends)
    .set({
      state: outcome.kind === 'later' ? 'waiting' : outcome.kind,
      sendingSince: null,
      ...(outcome.kind === 'later' && { runAt: outcome.at }),
      ...(outcome.kind !== 'later' && { sentAt: row.sentAt ?? at }),
      ...(settled && { settledAt: at }),
      why: outcome.kind === 'bounced' || outcome.kind === 'later' ? outcome.why : null,
      ...('providerRef' in outcome && outcome.providerRef && { providerRef: outcome.providerRef }),
    })
    .where(eq(sends.id, row.id));
  if (row.reminderId) {
    if (outcome.kind !== 'later')
      await tx.db
        .update(reminders)
        .set({ nextAt: now(tx) })
        .where(and(eq(reminders.id, row.reminderId), isNull(reminders.endedAt)));
  } else if (outcome.kind === 'bounced') await otherwise(tx, row);
}

/** The next channel of a message that no ladder carries. */
async function otherwise(tx: Context, row: SendRow): Promise<void> {
  const [channel, ...rest] = row.otherwise;
  if (!channel) return;
  const id = randomUUID();
  await tx.db.insert(sends).values({
    id,
    messageId: row.messageId,
    kind: row.kind,
    channel,
    accountId: row.accountId,
    codeSealed: tx.cipher.seal(sendCodePlace(id), tx.cipher.openText(sendCodePlace(row.id), row.codeSealed)),
    otherwise: rest,
    state: 'waiting',
    createdAt: now(tx),
    runAt: now(tx),
  });
}
