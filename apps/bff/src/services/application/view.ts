import type { ApplicationState, ApplicationView, CorrectionView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { applicationEvents, applications, offices, submissions, workItems } from '../../db/schema.ts';
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
const POST = '民政经办';

/** What a resident follows, of several applications with one query a table. */
export async function applicationViews(ctx: Context, rows: readonly ApplicationRow[]): Promise<ApplicationView[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [sealed, events, held, corrections, photos, stages] = await Promise.all([
    ctx.db
      .select({ id: submissions.applicationId, receipt: submissions.receiptSealed })
      .from(submissions)
      .where(inArray(submissions.applicationId, ids)),
    ctx.db.select().from(applicationEvents).where(inArray(applicationEvents.applicationId, ids)).orderBy(asc(applicationEvents.id)),
    ctx.db
      .select({ id: workItems.applicationId })
      .from(workItems)
      .where(and(inArray(workItems.applicationId, ids), eq(workItems.kind, 'application'), gt(workItems.claimedUntil, now(ctx)))),
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
  return applicationViews(ctx, rows);
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function readApplication(ctx: Context, who: Resident, applicationId: string): Promise<ApplicationView> {
  const row = await ownApplication(ctx, who, applicationId);
  return { ...(await applicationView(ctx, row)), told: await toldOf(ctx, row.accountId) };
}

export async function ownApplication(ctx: Context, who: Resident, applicationId: string): Promise<ApplicationRow> {
  const [row] = await ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.id, applicationId), inArray(applications.accountId, await accountsOfPerson(ctx, who))));
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
