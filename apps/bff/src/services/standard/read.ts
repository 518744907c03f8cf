import type { StandardOutcome, StandardProposalView, StandardRunView, StandardStep } from '@assist/contracts';
import type { DivisionCode, Fen } from '@assist/policy';
import { EVENTS, type EventKind, LEFT_TO_PERSON, type LeftToPerson, procedure, type Role, standardInForce } from '@assist/policy-chongqing';
import { and, asc, desc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, caseMembers, offices, procedureRuns, standardProposals, standardRuns } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { type CasePerson, casePlace } from '../case-file/sealed-places.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { type ProposalRow, proposalsOf, standardRunOf } from './rows.ts';
import { mayStart } from './start.ts';
import { standardRunView, standardView } from './view.ts';

const PAGE = 50;
const p = standardProposals;
const HEAD = 'm1';

/** 现在的标准, and the runs over all cases by it or by an older one. What is not known of the newest is said. */
export async function standards(ctx: Context, staff: Staff) {
  const district = (staff.district ?? districtOf(staff.officeId)) as DivisionCode;
  const inForce = standardInForce(district, dayInShanghai(ctx.clock()));
  const rows = await ctx.db.select().from(standardRuns).orderBy(desc(standardRuns.startedAt)).limit(PAGE);
  const words = inForce
    ? `查到的最新标准是 ${inForce.from} 起的；再以后的还没有查到，不编。有了新的，写进规则包再算。`
    : '这里的标准还没有查到，不编。';
  return {
    ...(inForce && { inForce: standardView(district, inForce) }),
    unknown: cited(words, ['F3-01']),
    runs: await Promise.all(rows.map((row) => standardRunView(ctx, row))),
    mayStart: mayStart(staff) && inForce !== undefined,
  };
}

export interface ProposalQuestion {
  readonly outcome?: StandardOutcome | undefined;
  readonly cursor?: string | undefined;
}

/** The list of a run, a page at a time. @throws ServiceProblem `not-found`, `bad-request` */
export async function readStandardRun(
  ctx: Context,
  staff: Staff,
  standardRunId: string,
  { outcome, cursor }: ProposalQuestion,
): Promise<{ run: StandardRunView; items: StandardProposalView[]; next: string | null }> {
  const run = await standardRunOf(ctx, standardRunId);
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new ServiceProblem('bad-request');
  const which = [proposalsOf(run), ...(outcome ? [eq(p.outcome, outcome)] : []), ...(cursor ? [gt(p.caseId, cursor)] : [])];
  const rows = await ctx.db
    .select()
    .from(p)
    .where(and(...which) as SQL)
    .orderBy(asc(p.caseId))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return {
    run: await standardRunView(ctx, run),
    items: await proposalViews(ctx, staff, page),
    next: rows.length > PAGE ? (page.at(-1)?.caseId ?? null) : null,
  };
}

async function proposalViews(ctx: Context, staff: Staff, rows: readonly ProposalRow[]): Promise<StandardProposalView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.caseId);
  const runIds = rows.flatMap((row) => row.procedureRunId ?? []);
  const [files, heads, runs, names] = await Promise.all([
    ctx.db.select().from(caseFiles).where(inArray(caseFiles.id, ids)),
    ctx.db
      .select()
      .from(caseMembers)
      .where(and(inArray(caseMembers.caseId, ids), eq(caseMembers.memberId, HEAD))),
    runIds.length ? ctx.db.select().from(procedureRuns).where(inArray(procedureRuns.id, runIds)) : [],
    ctx.db.select({ id: offices.id, name: offices.name }).from(offices),
  ]);
  return rows.flatMap((row) => {
    const file = files.find((one) => one.id === row.caseId);
    if (!file) return [];
    const head = heads.find((one) => one.caseId === row.caseId);
    const run = runs.find((one) => one.id === row.procedureRunId);
    const person = head && ctx.cipher.openJson<CasePerson>(casePlace.person(row.caseId, HEAD), head.personSealed);
    const next = nextOf(staff, row, run);
    return [
      {
        caseId: row.caseId,
        office: names.find((one) => one.id === row.officeId)?.name ?? '',
        registerNumber: file.registerNumber,
        name: person?.name ?? '',
        members: file.members,
        outcome: row.outcome,
        paid: row.paid as Fen,
        ...(row.workedOut !== null && { amount: row.workedOut as Fen }),
        ...(row.why && { why: LEFT_TO_PERSON[row.why as LeftToPerson] }),
        ...(row.procedureRunId && { runId: row.procedureRunId }),
        ...(next && { next }),
        standing: standingOf(row, run),
      },
    ];
  });
}

type Run = typeof procedureRuns.$inferSelect;

const FOLLOWS: Partial<Record<string, StandardStep>> = {
  opened: 'opinion',
  opinion: 'notice-posted',
  'notice-posted': 'confirmed',
  confirmed: 'takes-effect',
};

/** The next step that this person's role may take by the policy package; whether it may be now is asked when it is taken. */
function nextOf(staff: Staff, row: ProposalRow, run: Run | undefined): StandardStep | undefined {
  if (row.outcome !== 'raise' || run?.endedOn) return undefined;
  const role: Role | undefined = staff.role === 'confirmer' ? 'district' : staff.role === 'auditor' ? undefined : 'township';
  const step = run ? FOLLOWS[run.lastKind] : 'opinion';
  const by = procedure('raise')?.steps.find((one) => one.event === step)?.by ?? [];
  return role && by.includes(role) ? step : undefined;
}

function standingOf(row: ProposalRow, run: Run | undefined): string {
  if (row.outcome === 'same') return '不变，不用办';
  if (row.outcome === 'person') return '由人看';
  if (row.outcome === 'lower') return run?.endedOn ? '核查办完了' : '开了核查，由人看；照旧发';
  if (!run) return '等镇街提意见';
  return run.endedOn && run.lastKind === 'takes-effect' ? '生效了，下个月起' : EVENTS[run.lastKind as EventKind];
}
