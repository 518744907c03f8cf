import type { VoiceReply } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { complaints, postingObjections } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { findVoice, type TypedWords } from './find.ts';
import { lookBack } from './look-back.ts';

/** Who spoke up wants a message when there is an answer. The account is written down for that alone; no clerk sees it. @throws ServiceProblem `not-found` */
export const followVoice = (ctx: Context, who: Resident, typed: TypedWords): Promise<VoiceReply> =>
  inTransaction(ctx, async (tx) => {
    const { kind, row } = await findVoice(tx, typed);
    const table = kind === 'objection' ? postingObjections : complaints;
    await tx.db.update(table).set({ accountId: who.accountId }).where(eq(table.id, row.id));
    return { ...(await lookBack(tx, typed)), follows: true };
  });
