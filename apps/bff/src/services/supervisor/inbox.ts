import { type SupervisorNotice, WORK_KINDS } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, type Clock, EXTENSION_REASONS } from '@assist/policy-chongqing';
import { eq, inArray, sql } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { procedureRuns, staffAccounts, supervisorNotices, workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { clocksOfRun } from '../procedure/clocks.ts';
import { extendedClock } from '../procedure/extend.ts';
import { policyRecord, procedureOfRun, recordOf } from '../procedure/record.ts';
import { workItemViews } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';

const MOST = 100;
type Row = typeof supervisorNotices.$inferSelect;

/** Only while it still stands: a step done, an item taken again, an end settle it. A day of the queue is the one that the item has now. */
const STANDS = sql`case n.kind
  when 'clock-at-end' then 'due-now' = any (w.marks) and w.open and (n.source not like 'day:%' or n.source like '%:' || w.step_due || ':%')
  when 'clock-near' then 'due-soon' = any (w.marks) and w.open and (n.source not like 'day:%' or n.source like '%:' || w.step_due || ':%') and not exists (
    select from supervisor_notices e where e.source = left(n.source, -length('due-soon')) || 'due-now')
  when 'lease-ended' then w.open and w.claimed_by is null
  when 'clock-extended' then w.open
  when 'put-back' then w.open
  when 'not-whole' then true
  else w.open and exists (select from urgent_calls c where c.id = n.subject_id and c.ended_at is null and c.reached_at is null) end`;

/** The item itself, or the one about its subject; each by an index, and not by looking at every item of the township. */
const itemOfNotice = sql`
  select w.* from work_items w where w.id = n.subject_id and w.office_id = n.office_id
    and (n.kind in ('lease-ended', 'put-back', 'not-whole') or w.subject_id is null)
  union all
  select w.* from work_items w where w.kind = any (string_to_array(${WORK_KINDS.join(',')}::text, ',')) and w.subject_id = n.subject_id
    and w.office_id = n.office_id and n.kind not in ('lease-ended', 'put-back', 'not-whole')`;

/** What waits for a supervisor of this township: urgent calls, then what is at its end, what is near it, what nobody worked on. */
export async function supervisorInbox(ctx: Context, staff: Staff): Promise<{ items: SupervisorNotice[]; more: boolean }> {
  const found = (await ctx.db.execute(sql`
    select n.id, w.id as item from supervisor_notices n
    cross join lateral (${itemOfNotice}) w
    where n.office_id = ${staff.officeId} and n.decided_at is null and ${STANDS}
    order by array_position(array['urgent-late', 'put-back', 'clock-at-end', 'clock-near', 'clock-extended', 'not-whole', 'lease-ended'], n.kind), w.step_due, n.at, n.id
    limit ${MOST + 1}`)) as unknown as readonly { id: string; item: string }[];
  const page = found.slice(0, MOST);
  if (page.length === 0) return { items: [], more: false };
  const [notices, items] = await Promise.all([
    ctx.db
      .select()
      .from(supervisorNotices)
      .where(
        inArray(
          supervisorNotices.id,
          page.map((one) => one.id),
        ),
      ),
    ctx.db
      .select()
      .from(workItems)
      .where(
        inArray(
          workItems.id,
          page.map((one) => one.item),
        ),
      ),
  ]);
  const [views, names] = await Promise.all([workItemViews(ctx, staff.officeId, items), namesOf(ctx, notices)]);
  const out: SupervisorNotice[] = [];
  for (const { id, item } of page) {
    const row = notices.find((one) => one.id === id);
    const view = views.find((one) => one.workItemId === item);
    if (!row || !view) continue;
    const clock = row.kind.startsWith('clock') ? await clockOf(ctx, row, view) : undefined;
    if (clock === 'over') continue;
    const heldBefore = row.staffId ? names.get(row.staffId) : undefined;
    out.push({
      noticeId: row.id,
      kind: row.kind,
      at: instantText(row.at),
      item: view,
      ...(heldBefore && { heldBefore }),
      ...(clock && { clock }),
    });
  }
  return { items: out, more: found.length > MOST };
}

async function namesOf(ctx: Context, notices: readonly Row[]): Promise<Map<string, string>> {
  const ids = notices.flatMap((one) => one.staffId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: staffAccounts.id, name: staffAccounts.name })
    .from(staffAccounts)
    .where(inArray(staffAccounts.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The decision's clocks can be longer, for the reasons the clause lists; no other clock can. */
const LONGER: Readonly<Record<string, (typeof CLOCK_RULES)[keyof typeof CLOCK_RULES]>> = {
  [CLOCK_RULES.decision.id]: CLOCK_RULES.decisionExtended,
  [CLOCK_RULES.decisionByTownship.id]: CLOCK_RULES.decisionExtended,
  [CLOCK_RULES.rigidDecision.id]: CLOCK_RULES.rigidExtended,
};

/** @returns `over` where the clock it was told for does not run any more */
async function clockOf(ctx: Context, notice: Row, item: SupervisorNotice['item']): Promise<SupervisorNotice['clock'] | 'over'> {
  const [run] = await ctx.db.select().from(procedureRuns).where(eq(procedureRuns.id, notice.subjectId));
  if (!run && notice.source.startsWith('whole:')) return ofWhole(ctx, notice);
  // No procedure has begun: its day is what the queue says.
  if (!run) return { title: item.step.title, due: item.step.due, left: item.step.left, clauses: [] };
  if (notice.kind === 'clock-extended') {
    const extended = await extendedClock(ctx, run);
    return extended && viewOf(ctx, extended);
  }
  // A taper's end is a day of the register.
  const [, , rule, by] = notice.source.split(':');
  if (rule === 'taper') return undefined;
  const running = await clocksOfRun(ctx, run, procedureOfRun(run), policyRecord(await recordOf(ctx, run.id)));
  const clock = running.find((one) => one.rule === rule && one.by === by);
  return clock ? viewOf(ctx, clock) : 'over';
}

/** What somebody can do alone is looked at again by the day that the notice's source carries. */
function ofWhole(ctx: Context, { source }: Row): NonNullable<SupervisorNotice['clock']> {
  const { title, clauses } = CLOCK_RULES.selfCareAgain;
  const date = source.split(':')[2] as CivilDate;
  return {
    title,
    due: { date, provisional: false },
    left: workingDaysLeft(dayInShanghai(ctx.clock()), date, ctx.calendar),
    clauses: citations(clauses),
  };
}

function viewOf(ctx: Context, clock: Clock): NonNullable<SupervisorNotice['clock']> {
  const longer = LONGER[clock.rule];
  return {
    title: clock.title,
    due: { date: clock.by, provisional: clock.provisional },
    left: workingDaysLeft(dayInShanghai(ctx.clock()), clock.by, ctx.calendar),
    clauses: citations(clock.clauses),
    ...(longer && {
      extension: { workingDays: longer.period.value, reasons: Object.values(EXTENSION_REASONS), clauses: citations(longer.clauses) },
    }),
  };
}
