import type { ApplicationState, WorkItemView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES } from '@assist/policy-chongqing';
import { and, eq, inArray } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { applications, staffAccounts, type workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { applicantPlace } from '../application/sealed-places.ts';
import type { Applicant } from '../application/submit.ts';
import { assumptionCitation, citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';

export type WorkItemRow = typeof workItems.$inferSelect;

const STEPS: Record<ApplicationState, string> = {
  received: '第一次回话',
  opened: '第一次回话',
  'correction-asked': '等居民补（照走）',
  'correction-answered': '看补来的',
  accepted: '启动家庭经济状况调查',
};
const CONFLICT_STEP = '看过证件，写明怎么回事';

/** What a clerk sees of items in the queue, with one query a table. */
export async function workItemViews(ctx: Context, officeId: string, rows: readonly WorkItemRow[]): Promise<WorkItemView[]> {
  const ids = [...new Set(rows.map((row) => row.applicationId))];
  if (ids.length === 0) return [];
  const clerks = [...new Set(rows.flatMap((row) => (row.claimedBy ? [row.claimedBy] : [])))];
  const [found, names] = await Promise.all([
    ctx.db
      .select()
      .from(applications)
      .where(and(inArray(applications.id, ids), eq(applications.officeId, officeId))),
    clerks.length > 0
      ? ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(inArray(staffAccounts.id, clerks))
      : [],
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const today = dayInShanghai(ctx.clock());
  return rows.map((row) => {
    const application = byId.get(row.applicationId);
    if (!application) throw new Error('a work item without its application');
    const { name } = ctx.cipher.openJson<Applicant>(applicantPlace(application.id), application.applicantSealed);
    const claimed = row.claimedBy && row.claimedUntil && row.claimedUntil > now(ctx);
    const due = row.stepDue as CivilDate;
    return {
      workItemId: row.id,
      kind: row.kind,
      ...(row.kind === 'application' && { applicationId: row.applicationId }),
      number: application.number,
      applicantName: name ?? '',
      members: application.members,
      state: row.state,
      marks: marksOf(row),
      receivedAt: instantText(row.receivedAt),
      step: {
        title: row.kind === 'identity-conflict' ? CONFLICT_STEP : STEPS[row.state],
        due: { date: due, provisional: row.stepProvisional },
        left: workingDaysLeft(today, due, ctx.calendar),
        clauses: row.state === 'accepted' ? citations(CLOCK_RULES.surveyStart.clauses) : [assumptionCitation('first-reply-3-working-days')],
      },
      total: application.decisionDue
        ? {
            due: { date: application.decisionDue as CivilDate, provisional: application.decisionProvisional === true },
            left: workingDaysLeft(today, application.decisionDue as CivilDate, ctx.calendar),
            workingDays: application.decisionWorkingDays ?? undefined,
          }
        : null,
      ...(claimed && {
        claimedBy: {
          staffId: row.claimedBy as string,
          name: names.find((one) => one.id === row.claimedBy)?.name ?? '',
          until: instantText(row.claimedUntil as Date),
        },
      }),
    };
  });
}

export async function workItemView(ctx: Context, row: WorkItemRow): Promise<WorkItemView> {
  const [view] = await workItemViews(ctx, row.officeId, [row]);
  return view as WorkItemView;
}

function marksOf(row: WorkItemRow): WorkItemView['marks'] {
  const marks: WorkItemView['marks'] = [];
  if (row.urgent) marks.push('urgent');
  if (row.state === 'correction-answered' || row.state === 'correction-asked') marks.push(row.state);
  if (row.othersNotSigned) marks.push('other-adults-not-signed');
  return marks;
}
