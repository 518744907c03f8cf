import { eq } from 'drizzle-orm';
import { sends } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { settleSend } from './settle.ts';

export type DeliveryReport =
  | { readonly ref: string; readonly outcome: 'delivered'; readonly at?: Date }
  | { readonly ref: string; readonly outcome: 'bounced'; readonly why: string; readonly at?: Date };

/**
 * What a provider says later about a ref. Said twice, or about one that nobody knows, it changes nothing; a report that comes when
 * the ladder has gone on is kept and moves nothing back.
 */
export const deliveryReported = (ctx: Context, report: DeliveryReport): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(sends).where(eq(sends.id, report.ref)).for('update');
    if (!row) return;
    await settleSend(tx, row, report.outcome === 'delivered' ? { kind: 'delivered' } : { kind: 'bounced', why: report.why }, report.at);
  });
