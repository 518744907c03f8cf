import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { standardInForce } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { standardProposals } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { firstOfNextMonth } from '../procedure/effects.ts';
import type { RunRow } from '../procedure/record.ts';

/** What a household is told of a raise that a new standard led to: what, how much, from when, by which paper. Undefined for another raise. */
export async function raisedByStandard(tx: Context, run: Pick<RunRow, 'id' | 'district' | 'procedure'>, on: CivilDate) {
  if (run.procedure !== 'raise') return undefined;
  const [row] = await tx.db.select().from(standardProposals).where(eq(standardProposals.procedureRunId, run.id));
  const standard = row && standardInForce(run.district as DivisionCode, row.standardFrom as CivilDate);
  if (!standard || row.workedOut === null) return undefined;
  return {
    standardFrom: standard.from,
    before: row.paid as Fen,
    after: row.workedOut as Fen,
    from: firstOfNextMonth(on),
    source: citations(standard.sources)
      .map((one) => one.label)
      .join('、'),
  };
}
