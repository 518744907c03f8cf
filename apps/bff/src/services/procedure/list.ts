import type { RunView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { EVENTS, type EventKind, procedure } from '@assist/policy-chongqing';
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { offices, procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { runPersonPlace } from './record.ts';
import { runView } from './view.ts';
import { roleOf, runSeenBy, seenBy } from './who.ts';

const PAGE = 50;
const t = procedureRuns;

export interface RunQuestion {
  readonly cursor?: string | undefined;
  readonly procedure?: string | undefined;
  readonly caseId?: string | undefined;
  readonly ended?: 'yes' | 'no' | undefined;
  readonly waitingFor?: 'me' | undefined;
}

/** Runs that somebody sees, the nearest due first. */
export async function listRuns(ctx: Context, staff: Staff, question: RunQuestion) {
  const { cursor, procedure: only, caseId, ended = 'no', waitingFor } = question;
  const due = sql`coalesce(${t.due}, 'infinity'::date)`;
  const after = cursor ? partsOf(cursor) : undefined;
  const rows = await ctx.db
    .select()
    .from(t)
    .where(
      and(
        seenBy(staff),
        ended === 'yes' ? isNotNull(t.endedOn) : isNull(t.endedOn),
        ...(only ? [eq(t.procedure, only)] : []),
        ...(caseId ? [eq(t.caseId, caseId)] : []),
        ...(waitingFor ? [sql`${roleOf(staff)} = any (${t.waitsFor})`] : []),
        ...(after ? [or(sql`${due} > ${after[0]}::date`, and(sql`${due} = ${after[0]}::date`, gt(t.id, after[1]))) as SQL] : []),
      ),
    )
    .orderBy(due, asc(t.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const names = await ctx.db
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .where(inArray(offices.id, [...new Set(page.map((row) => row.officeId)), '']));
  return {
    items: page.map((row) => ({
      runId: row.id,
      procedure: row.procedure,
      title: procedure(row.procedure)?.title ?? '',
      name: ctx.cipher.openJson<ItemPerson>(runPersonPlace(row.id), row.personSealed).name,
      ...(row.number && { number: row.number }),
      office: names.find((one) => one.id === row.officeId)?.name ?? '',
      last: { title: EVENTS[row.lastKind as EventKind], on: row.lastOn as CivilDate },
      ...(row.due && { due: { date: row.due as CivilDate, provisional: row.dueProvisional } }),
      ended: row.endedOn !== null,
    })),
    next: rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.due ?? 'infinity', last.id])).toString('base64url') : null,
  };
}

const SHAPES = [/^(\d{4}-\d{2}-\d{2}|infinity)$/, /^[0-9a-f-]{36}$/];
function partsOf(cursor: string): [string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2 && SHAPES.every((shape, i) => shape.test(String(parts[i]))))
      return [String(parts[0]), String(parts[1])];
  } catch {
    // Not one of ours: the same problem.
  }
  throw new ServiceProblem('bad-request');
}

/** One run, with all that is on its record; the look is on record too. @throws ServiceProblem `not-found` */
export async function readRun(ctx: Context, staff: Staff, runId: string): Promise<RunView> {
  const [run] = await ctx.db.select().from(t).where(runSeenBy(staff, runId));
  if (!run) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'procedure-read',
    object: ['procedure', runId],
    officeId: run.officeId,
  });
  return runView(ctx, staff, run);
}
