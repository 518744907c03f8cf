import { asc, eq } from 'drizzle-orm';
import { caseMoveIds, caseMoves } from '../../db/moves.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf } from '../place/offices.ts';
import { asWorker } from '../staff/scope.ts';
import type { EventRow } from './record.ts';

/**
 * Name of who took a decision, as on record: the department of the district (MCA57-2), or the township that had it on that day, also where it has moved since.
 * Undefined where it is neither.
 */
export async function whoDecided(ctx: Context, { id, role, officeId }: EventRow): Promise<string | undefined> {
  if (role === 'district') return `${(await officeOf(ctx, officeId)).authorityName}民政部门`;
  if (role !== 'township') return undefined;
  // A township sees only the moves from and to it; the first one counts.
  const [moved] = await inTransaction(ctx, (tx) =>
    asWorker(tx, () =>
      tx.db
        .select({ from: caseMoves.fromOfficeId })
        .from(caseMoves)
        .innerJoin(caseMoveIds, eq(caseMoveIds.moveId, caseMoves.id))
        .where(eq(caseMoveIds.id, id))
        .orderBy(asc(caseMoves.movedAt))
        .limit(1),
    ),
  );
  return (await officeOf(ctx, moved?.from ?? officeId)).name;
}
