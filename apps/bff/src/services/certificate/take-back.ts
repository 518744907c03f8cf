import { and, eq, isNull } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { certificatesOf } from './of-person.ts';

/** From now on its code finds nothing. One that is not there, or somebody else's, is as good as taken back. */
export const takeBackCertificate = (ctx: Context, who: Resident, certificateId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(certificates)
      .set({ takenBackAt: now(tx) })
      .where(and(eq(certificates.id, certificateId), await certificatesOf(tx, who), isNull(certificates.takenBackAt)))
      .returning({ id: certificates.id });
    for (const { id } of rows)
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'certificate-taken-back', object: ['certificate', id] });
  });
