import { and, eq, gt, isNull } from 'drizzle-orm';
import { roundTies, staffAccounts } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/** A village assistant on her round: who she is at the desk, and the phone that is tied to it. */
export interface Rounder {
  readonly tieId: string;
  readonly accountId: string;
  readonly staffId: string;
  readonly name: string;
  readonly officeId: string;
  readonly villages: readonly string[];
  readonly tiedAt: Date;
  readonly until: Date;
}

/**
 * Whether this phone is an assistant's now. A tie that ended or ran out, an account that was closed and an assistant who moved to
 * another township are no more; villages are those of this moment.
 * @throws ServiceProblem `forbidden`
 */
export async function rounderOf(ctx: Context, who: Resident): Promise<Rounder> {
  const [row] = await ctx.db
    .select({ tie: roundTies, staff: staffAccounts })
    .from(roundTies)
    .innerJoin(staffAccounts, eq(staffAccounts.id, roundTies.staffId))
    .where(
      and(
        eq(roundTies.accountId, who.accountId),
        isNull(roundTies.endedAt),
        gt(roundTies.until, now(ctx)),
        isNull(staffAccounts.disabledAt),
        eq(staffAccounts.role, 'assistant'),
        eq(staffAccounts.officeId, roundTies.officeId),
      ),
    );
  if (!row) throw new ServiceProblem('forbidden');
  const { tie, staff } = row;
  return {
    tieId: tie.id,
    accountId: who.accountId,
    staffId: staff.id,
    name: staff.name,
    officeId: tie.officeId,
    villages: staff.villages,
    tiedAt: tie.tiedAt,
    until: tie.until,
  };
}
