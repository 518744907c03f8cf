import { eq } from 'drizzle-orm';
import { normaliseCode } from '../../crypto/codes.ts';
import { complaints, postingObjections } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { secretHash } from './secret.ts';

export interface TypedWords {
  readonly number: string;
  readonly secret: string;
}

type Found =
  | { readonly kind: 'objection'; readonly row: typeof postingObjections.$inferSelect }
  | { readonly kind: 'complaint'; readonly row: typeof complaints.$inferSelect };

/** What a number and its secret words open. @throws ServiceProblem `not-found`, the same whichever of both is wrong */
export async function findVoice(ctx: Context, typed: TypedWords): Promise<Found> {
  const number = normaliseCode(typed.number);
  const hash = secretHash(ctx, number, typed.secret);
  const [[objection], [complaint]] = await Promise.all([
    ctx.db.select().from(postingObjections).where(eq(postingObjections.number, number)),
    ctx.db.select().from(complaints).where(eq(complaints.number, number)),
  ]);
  if (objection?.secretHash.equals(hash)) return { kind: 'objection', row: objection };
  if (complaint?.secretHash.equals(hash)) return { kind: 'complaint', row: complaint };
  throw new ServiceProblem('not-found');
}
