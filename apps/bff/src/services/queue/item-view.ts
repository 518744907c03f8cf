import type { ApplicationState, CitationView, WorkItemView } from '@assist/contracts';
import { WORK_MARKS } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES } from '@assist/policy-chongqing';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { applications, staffAccounts, type workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { applicantPlace } from '../application/sealed-places.ts';
import type { Applicant } from '../application/submit.ts';
import { assumptionCitation, citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { aboutOf, SUBJECT_STEPS } from './subject-words.ts';

export type WorkItemRow = typeof workItems.$inferSelect;
/** What the view of an item needs of its application. */
export type ItemApplication = Pick<
  typeof applications.$inferSelect,
  'id' | 'applicantSealed' | 'number' | 'members' | 'decisionDue' | 'decisionProvisional' | 'decisionWorkingDays' | 'handledAs'
>;

const STEPS: Record<ApplicationState, string> = {
  received: '第一次回话',
  opened: '第一次回话',
  'correction-asked': '等居民补（照走）',
  'correction-answered': '看补来的',
  accepted: '启动家庭经济状况调查',
};
const CONFLICT_STEP = '看过证件，写明怎么回事';

/** What is to be done next, and on which clause it rests. Each lane adds its own beside its service. */
function stepOf(row: WorkItemRow): { title: string; clauses: CitationView[] } {
  if (row.kind === 'identity-conflict') return { title: CONFLICT_STEP, clauses: [assumptionCitation('first-reply-3-working-days')] };
  if (row.kind === 'application')
    return {
      title: STEPS[row.state as ApplicationState],
      clauses: row.state === 'accepted' ? citations(CLOCK_RULES.surveyStart.clauses) : [assumptionCitation('first-reply-3-working-days')],
    };
  const step = SUBJECT_STEPS[row.kind];
  return { title: step.title[row.state] ?? step.title['to-do'] ?? '', clauses: citations(step.clauses) };
}

/** What a clerk sees of items in the queue, with one query a table. @param asking whose own name need not be looked up */
export async function workItemViews(
  ctx: Context,
  officeId: string,
  rows: readonly WorkItemRow[],
  asking?: Pick<Staff, 'staffId' | 'name'>,
): Promise<WorkItemView[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.flatMap((row) => row.applicationId ?? []))];
  const clerks = [...new Set(rows.flatMap((row) => (row.claimedBy && row.claimedBy !== asking?.staffId ? [row.claimedBy] : [])))];
  const [found, names, related] = await Promise.all([
    ids.length > 0
      ? ctx.db
          .select()
          .from(applications)
          .where(and(inArray(applications.id, ids), eq(applications.officeId, officeId)))
      : [],
    clerks.length > 0
      ? ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(inArray(staffAccounts.id, clerks))
      : [],
    aboutRelatives(ctx, officeId, rows),
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const nameOf = (staffId: string) => (staffId === asking?.staffId ? asking.name : names.find((one) => one.id === staffId)?.name) ?? '';
  return rows.map((row) =>
    viewOf(ctx, row, { application: row.applicationId ? byId.get(row.applicationId) : undefined, related: related.has(row.id), nameOf }),
  );
}

/** An item as a clerk sees it, of what was read already. */
function viewOf(
  ctx: Context,
  row: WorkItemRow,
  beside: {
    readonly application: ItemApplication | undefined;
    /** It is about a near relative of somebody who works here. */
    readonly related: boolean;
    readonly nameOf: (staffId: string) => string;
  },
): WorkItemView {
  const today = dayInShanghai(ctx.clock());
  const due = row.stepDue as CivilDate;
  return {
    workItemId: row.id,
    kind: row.kind,
    ...(beside.application ? ofApplication(ctx, row, beside.application, today) : ofSubject(ctx, row)),
    state: row.state,
    marks: [...marksOf(row), ...(beside.related ? (['staff-relative'] as const) : [])],
    receivedAt: instantText(row.receivedAt),
    step: {
      ...stepOf(row),
      due: { date: due, provisional: row.stepProvisional },
      left: workingDaysLeft(today, due, ctx.calendar),
    },
    ...(row.claimedBy &&
      row.claimedUntil &&
      row.claimedUntil > now(ctx) && {
        claimedBy: { staffId: row.claimedBy, name: beside.nameOf(row.claimedBy), until: instantText(row.claimedUntil) },
      }),
  };
}

/**
 * Which of these are about a near relative of somebody who works in this office: each of them is checked (JLP53-5-2b). Said to whoever
 * handles it; whose relative it is stands in the list that the supervisor keeps.
 */
async function aboutRelatives(ctx: Context, officeId: string, rows: readonly WorkItemRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap((row) => [row.applicationId, row.caseId, row.subjectId].filter((id) => id !== null)))];
  if (ids.length === 0) return new Set();
  // One text for every length, which is prepared once.
  const list = sql`any (string_to_array(${ids.join(',')}::text, ',')::uuid[])`;
  const found = await ctx.db.execute<{ id: string }>(sql`
    with declared as materialized (select number_hash from declared_relations where office_id = ${officeId} and ended_at is null)
    select p.application_id as id from application_people p join declared using (number_hash) where p.application_id = ${list}
    union select m.case_id from case_members m join declared using (number_hash) where m.case_id = ${list}
    union select r.id from procedure_runs r join application_people p on p.application_id = r.application_id
      join declared using (number_hash) where r.id = ${list}`);
  const about = new Set(found.map(({ id }) => id));
  return new Set(
    rows.flatMap((row) => ([row.applicationId, row.caseId, row.subjectId].some((id) => id !== null && about.has(id)) ? [row.id] : [])),
  );
}

/**
 * The view of an item that this clerk just took or ended, with as little asked again as there is to ask.
 * @param officeHasRelations somebody of this office declared relatives; where nobody did there is nobody to look for
 */
export async function viewOfHandled(
  ctx: Context,
  staff: Staff,
  row: WorkItemRow,
  officeHasRelations: boolean,
  application?: ItemApplication,
): Promise<WorkItemView> {
  const related = officeHasRelations && (await aboutRelatives(ctx, staff.officeId, [row])).has(row.id);
  return viewOf(ctx, row, { application, related, nameOf: () => staff.name });
}

/** An item of a page, with what was read beside it. */
export interface ReadItem {
  readonly row: WorkItemRow;
  readonly application: ItemApplication | undefined;
  /** The name of whoever has it in hand. */
  readonly holder: string;
}

/** The views of a page whose items were read with everything beside them. @param officeHasRelations as in `viewOfHandled` */
export async function viewsOfPage(
  ctx: Context,
  officeId: string,
  items: readonly ReadItem[],
  officeHasRelations: boolean,
): Promise<WorkItemView[]> {
  const rows = items.map(({ row }) => row);
  const related = officeHasRelations ? await aboutRelatives(ctx, officeId, rows) : new Set<string>();
  return items.map(({ row, application, holder }) => viewOf(ctx, row, { application, related: related.has(row.id), nameOf: () => holder }));
}

type Varying = Pick<WorkItemView, 'applicationId' | 'subjectId' | 'caseId' | 'about' | 'number' | 'applicantName' | 'members' | 'total'>;

function ofApplication(ctx: Context, row: WorkItemRow, application: ItemApplication, today: CivilDate): Varying {
  const { name } = ctx.cipher.openJson<Applicant>(applicantPlace(application.id), application.applicantSealed);
  // Of destitute support no clause sets days to the whole: those of its steps stand on the procedure (DESTITUTE2021-13, -16).
  const due = application.handledAs === 'destitute' ? null : (application.decisionDue as CivilDate | null);
  return {
    ...(row.kind === 'application' && { applicationId: application.id }),
    number: application.number,
    applicantName: name ?? '',
    members: application.members,
    total: due && {
      due: { date: due, provisional: application.decisionProvisional === true },
      left: workingDaysLeft(today, due, ctx.calendar),
      workingDays: application.decisionWorkingDays ?? undefined,
    },
  };
}

/** Where the name of whom an item is about is sealed. */
export const itemPersonPlace = (workItemId: string): string => `work-item-person:${workItemId}`;
export interface ItemPerson {
  readonly name: string;
  readonly members: number;
}

function ofSubject(ctx: Context, row: WorkItemRow): Varying {
  if (!row.personSealed || !row.subjectId) throw new Error('a work item about nobody');
  const { name, members } = ctx.cipher.openJson<ItemPerson>(itemPersonPlace(row.id), row.personSealed);
  return {
    subjectId: row.subjectId,
    ...(row.caseId && { caseId: row.caseId }),
    about: aboutOf(row),
    number: row.number ?? '',
    applicantName: name,
    members,
    total: null,
  };
}

export async function workItemView(ctx: Context, row: WorkItemRow, asking?: Staff): Promise<WorkItemView> {
  const [view] = await workItemViews(ctx, row.officeId, [row], asking);
  return view as WorkItemView;
}

/** What an item is about when somebody said that it was done without them. */
export const NOT_AGREED = ['not-agreed', 'door-not-agreed'] as const;
const saysNotAgreed = (row: WorkItemRow): boolean => NOT_AGREED.some((one) => row.about.includes(one) || row.marks.includes(one));
/** A review is opened so long before its day that its item is the reminder. */
const isReviewDue = (row: WorkItemRow): boolean => row.kind === 'case-run' && row.about[0] === 'review';

function marksOf(row: WorkItemRow): WorkItemView['marks'] {
  const marks: WorkItemView['marks'] = WORK_MARKS.filter((mark) => row.marks.includes(mark));
  if (saysNotAgreed(row) && !marks.includes('not-agreed')) marks.push('not-agreed');
  if (isReviewDue(row)) marks.push('review-due');
  if (row.urgent) marks.push('urgent');
  if (row.state === 'correction-answered' || row.state === 'correction-asked') marks.push(row.state);
  if (row.othersNotSigned) marks.push('other-adults-not-signed');
  return marks;
}
