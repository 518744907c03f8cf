import { STANDARD_OUTCOMES, type StandardOutcome, type StandardRunView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { type Standard, standardBefore, standardInForce } from '@assist/policy-chongqing';
import { count, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { staffAccounts, standardProposals } from '../../db/schema.ts';
import { assumptionCitation, citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { proposalsOf, type StandardRunRow } from './rows.ts';

export function standardView(district: DivisionCode, standard: Standard): StandardRunView['standard'] {
  const before = standardBefore(district, standard);
  const { from, urban, rural, sources, certainty } = standard;
  return {
    from,
    urban,
    rural,
    ...(before && { before: { from: before.from, urban: before.urban, rural: before.rural } }),
    clauses: citations(sources),
    assumed: certainty === 'assumed',
  };
}

const NOTES: StandardRunView['notes'] = [
  {
    sentence: '只算，不动钱：要加的走增发的每一步；会少的开核查由人看；算不出来的由人看。补不补发，文件没有写，由区县定。',
    clauses: [...citations(['JLP53-6-2', 'MCA57-21', 'MCA57-31']), assumptionCitation('new-standard-by-procedure')],
  },
];

export async function standardRunView(ctx: Context, run: StandardRunRow): Promise<StandardRunView> {
  const district = run.district as DivisionCode;
  const standard = standardInForce(district, run.standardFrom as CivilDate);
  if (!standard) throw new Error('a run of a standard that is not in the package');
  const [who] = await ctx.db.select({ name: staffAccounts.name }).from(staffAccounts).where(eq(staffAccounts.id, run.startedBy));
  const counted = await ctx.db
    .select({ outcome: standardProposals.outcome, n: count() })
    .from(standardProposals)
    .where(proposalsOf(run))
    .groupBy(standardProposals.outcome);
  const counts = Object.fromEntries(STANDARD_OUTCOMES.map((one) => [one, counted.find((row) => row.outcome === one)?.n ?? 0]));
  const office = run.officeId ? await officeOf(ctx, run.officeId) : undefined;
  return {
    standardRunId: run.id,
    ...(office && { office: { id: office.id, name: office.name } }),
    standard: standardView(district, standard),
    startedAt: instantText(run.startedAt),
    startedBy: who?.name ?? '',
    ready: run.workedOutAt !== null,
    counts: counts as Record<StandardOutcome, number>,
    notes: NOTES,
  };
}
