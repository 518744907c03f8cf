import type { ApplicationState, ApplicationView, CorrectionView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { among } from '../../db/among.ts';
import { madeOnce } from '../../db/made-once.ts';
import { applicationEvents, applications, offices, submissions, workItems } from '../../db/schema.ts';
import { sideBySide } from '../../db/side-by-side.ts';
import { type Context, now } from '../context.ts';
import { correctionsOf } from '../correction/view.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { officeView } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { decisionClock } from './clock-view.ts';
import { photosOf } from './photos-of.ts';
import { districtOf, type Receipt, receiptPlace } from './receipt.ts';
import { stagesOf } from './stages.ts';
import { toldOf } from './told.ts';
import { waitedDays } from './waited.ts';

export type ApplicationRow = typeof applications.$inferSelect;

const TIMELINE: Record<ApplicationState, string> = {
  received: '交上去了，镇上已收到',
  opened: '镇上打开看了',
  'correction-asked': '镇上请您补几样',
  'correction-answered': '您补的，镇上已收到',
  accepted: '镇上收下了（受理），期限从这天起算',
};
/** The post, not the person: who works there is not a resident's business until they meet. */
const POST = '办救助的工作人员';

const IDS = sql.placeholder('ids');
const receiptsOf = madeOnce((db) =>
  db
    .select({ id: submissions.applicationId, receipt: submissions.receiptSealed })
    .from(submissions)
    .where(among(submissions.applicationId, IDS))
    .prepare('receipts-of-applications'),
);
const eventsOf = madeOnce((db) =>
  db
    .select()
    .from(applicationEvents)
    .where(among(applicationEvents.applicationId, IDS))
    .orderBy(asc(applicationEvents.id))
    .prepare('events-of-applications'),
);
const heldOf = madeOnce((db) =>
  db
    .select({ id: workItems.applicationId })
    .from(workItems)
    .where(
      and(
        among(workItems.applicationId, IDS),
        eq(workItems.kind, 'application'),
        gt(workItems.claimedUntil, sql`${sql.placeholder('now')}::text::timestamptz`),
      ),
    )
    .prepare('held-of-applications'),
);

/** What a resident follows, of several applications with one query a table. */
export async function applicationViews(ctx: Context, rows: readonly ApplicationRow[]): Promise<ApplicationView[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [sealed, events, held, corrections, photos, stages] = await Promise.all([
    receiptsOf(ctx.db).execute({ ids: ids.join(',') }),
    eventsOf(ctx.db).execute({ ids: ids.join(',') }),
    heldOf(ctx.db).execute({ ids: ids.join(','), now: now(ctx).toISOString() }),
    correctionsOf(ctx, ids),
    photosOf(ctx, ids),
    stagesOf(ctx, rows),
  ]);
  const opened = new Map(
    rows.map((row) => {
      const found = sealed.find((one) => one.id === row.id);
      return [row.id, ctx.cipher.openJson<Receipt>(receiptPlace(row.id), found?.receipt as Buffer)] as const;
    }),
  );
  // Whose it is by now, where it moved since; the receipt stays as it was given.
  const moved = rows.filter((row) => opened.get(row.id)?.office.id !== row.officeId).map((row) => row.officeId);
  const holders = moved.length ? await ctx.db.select().from(offices).where(inArray(offices.id, moved)) : [];
  const today = dayInShanghai(ctx.clock());
  return rows.map((row) => {
    const receipt = opened.get(row.id) as Receipt;
    const elsewhere = holders.find((one) => one.id === row.officeId);
    const clerk = row.state === 'accepted' || held.some((item) => item.id === row.id);
    return {
      receipt: { ...receipt, number: row.number },
      state: row.state,
      timeline: events
        .filter((event) => event.applicationId === row.id)
        .map((event) => ({ at: instantText(event.at), state: event.state, sentence: TIMELINE[event.state] })),
      holder: { office: elsewhere ? officeView(elsewhere) : receipt.office, ...(clerk && { clerk: POST }) },
      // Of destitute support its regulation sets days to the steps and none to the whole: those stand on the procedure (DESTITUTE2021-13, -16).
      clock:
        row.acceptedOn && row.handledAs !== 'destitute'
          ? decisionClock(
              row.acceptedOn as CivilDate,
              row.receivedOn as CivilDate,
              districtOf(row.officeId),
              today,
              ctx.calendar,
              row.decisionWorkingDays,
              row.handledAs ?? undefined,
            )
          : null,
      corrections: corrections.get(row.id) ?? ([] as CorrectionView[]),
      waited: waitedDays(row.receivedOn as CivilDate, today, corrections.get(row.id) ?? [], ctx.calendar),
      ...(row.askedOn && { askedOn: row.askedOn as CivilDate }),
      photos: photos.get(row.id) ?? [],
      stages: stages.get(row.id) ?? [],
    };
  });
}

export async function applicationView(ctx: Context, row: ApplicationRow): Promise<ApplicationView> {
  const [view] = await applicationViews(ctx, [row]);
  return view as ApplicationView;
}

/** 我交过的, newest first. A verified person also sees what they sent from another account on which they were verified. */
export async function listApplications(ctx: Context, who: Resident): Promise<ApplicationView[]> {
  const rows = await ctx.db
    .select()
    .from(applications)
    .where(inArray(applications.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(applications.receivedAt))
    .limit(200);
  return applicationViews({ ...ctx, db: sideBySide(ctx.db) }, rows);
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function readApplication(ctx: Context, who: Resident, applicationId: string): Promise<ApplicationView> {
  const row = await ownApplication(ctx, who, applicationId);
  const reads = { ...ctx, db: sideBySide(ctx.db) };
  const [view, told] = await Promise.all([applicationView(reads, row), toldOf(reads, row.accountId)]);
  return { ...view, told };
}

const applicationOf = madeOnce((db) =>
  db
    .select()
    .from(applications)
    .where(and(eq(applications.id, sql.placeholder('id')), among(applications.accountId, IDS)))
    .prepare('own-application'),
);

export async function ownApplication(ctx: Context, who: Resident, applicationId: string): Promise<ApplicationRow> {
  const own = await accountsOfPerson(ctx, who);
  const [row] = await applicationOf(ctx.db).execute({ id: applicationId, ids: own.join(',') });
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
