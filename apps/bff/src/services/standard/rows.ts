import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { type Paid, type WorkedOut, workedOutAnew } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { procedureRuns, standardProposals, standardRuns } from '../../db/schema.ts';
import { householdOf, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

export type StandardRunRow = typeof standardRuns.$inferSelect;
export type ProposalRow = typeof standardProposals.$inferSelect;

/** A run that somebody sees: her township's, her district's, and what the district began for all. @throws ServiceProblem `not-found` */
export async function standardRunOf(ctx: Context, standardRunId: string): Promise<StandardRunRow> {
  // Row security lets through what she may see.
  const [row] = await ctx.db.select().from(standardRuns).where(eq(standardRuns.id, standardRunId));
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** The proposals of a run: those of its standard in its township or district, whoever worked them out. */
export const proposalsOf = (run: StandardRunRow): SQL =>
  and(
    eq(standardProposals.standardFrom, run.standardFrom),
    run.officeId ? eq(standardProposals.officeId, run.officeId) : sql`left(${standardProposals.officeId}, 6) = ${run.district}`,
  ) as SQL;

/** Procedures in which this household's money is being talked about. */
const BUSY = ['raise', 'cut', 'stop'];

/** Cases with a procedure about their money that is not at its end. @param but a run that does not count */
export async function busyAmong(tx: Context, caseIds: readonly string[], but?: string): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await tx.db
    .select({ id: procedureRuns.id, caseId: procedureRuns.caseId })
    .from(procedureRuns)
    .where(and(inArray(procedureRuns.caseId, [...caseIds]), inArray(procedureRuns.procedure, BUSY), isNull(procedureRuns.endedOn)));
  return new Set(rows.flatMap((row) => (row.id === but || !row.caseId ? [] : [row.caseId])));
}

/** What is paid to the household itself now, fen a month. */
export const paidTo = ({ benefits }: OpenCase): Fen | undefined =>
  benefits.find((one) => one.kind === 'subsistence' && one.memberId === '')?.amount as Fen | undefined;

/** A case worked out anew by the engine, by the standard of today. */
export function workOutCase(ctx: Context, opened: OpenCase, today: CivilDate, inProcedure: boolean): WorkedOut {
  const { row, benefits } = opened;
  const paid: Paid = {
    subsistence: paidTo(opened),
    ofOneMember: benefits.some((one) => one.kind === 'subsistence' && one.memberId !== ''),
    inTaper: row.taperUntil !== null && row.taperUntil >= today,
    inProcedure,
  };
  return workedOutAnew({ ...householdOf(ctx, row), district: row.district as DivisionCode }, paid, today);
}

/** What a proposal says of a case, for its row. */
export const rowOf = (opened: OpenCase, worked: WorkedOut, today: CivilDate) => ({
  officeId: opened.row.officeId,
  outcome: worked.outcome,
  why: worked.outcome === 'person' ? worked.why : null,
  paid: paidTo(opened) ?? 0,
  workedOut: worked.outcome === 'person' ? null : worked.amount,
  workedOutOn: today,
});
