import { and, eq, gt } from 'drizzle-orm';
import { realityCodes } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

/** A visit was moved or called off: the visitors' code of before is no longer good. */
export async function withdrawVisitorCodes(tx: Context, visitId: string): Promise<void> {
  await tx.db
    .update(realityCodes)
    .set({ expiresAt: now(tx) })
    .where(and(eq(realityCodes.subjectId, visitId), eq(realityCodes.kind, 'visitor'), gt(realityCodes.expiresAt, now(tx))));
}
