import type { CitedSentence, Named, ObjectionCase, Teller } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { objectionNotes, postingObjections, postings, procedureEvents, procedureRuns, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { objectionPlace } from '../posting/sealed-places.ts';
import { postingsOfRun } from '../posting/view.ts';
import { ServiceProblem } from '../problem.ts';
import { procedureOfRun, type RunRow, recordOf, runPersonPlace, type StoredEvent } from '../procedure/record.ts';
import { type ItemPerson, type WorkItemRow, workItemView } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { clerkNames } from '../voice/clerk-names.ts';

export interface SeenObjection {
  readonly run: RunRow;
  readonly event: StoredEvent;
  readonly all: readonly StoredEvent[];
  readonly item: WorkItemRow | undefined;
}

/** An objection in this township. @throws ServiceProblem `not-found`, also for another township's */
export async function findObjection(ctx: Context, staff: Staff, objectionId: string): Promise<SeenObjection> {
  const [found] = await ctx.db
    .select({ run: procedureRuns })
    .from(procedureEvents)
    .innerJoin(procedureRuns, eq(procedureRuns.id, procedureEvents.runId))
    .where(and(eq(procedureEvents.id, objectionId), eq(procedureEvents.kind, 'objected'), eq(procedureRuns.officeId, staff.officeId)));
  if (!found) throw new ServiceProblem('not-found');
  const all = await recordOf(ctx, found.run.id);
  const event = all.find(({ row }) => row.id === objectionId);
  if (!event) throw new ServiceProblem('not-found');
  const [item] = await ctx.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.subjectId, objectionId), eq(workItems.kind, 'objection'), eq(workItems.officeId, staff.officeId)));
  return { run: found.run, event, all, item };
}

/** One objection with what was looked into. Reading it is on record. @throws ServiceProblem `not-found` */
export const readObjection = (ctx: Context, staff: Staff, objectionId: string): Promise<ObjectionCase> =>
  inTransaction(ctx, async (tx) => {
    const found = await findObjection(tx, staff, objectionId);
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'objection-read',
      object: ['procedure-event', objectionId],
      officeId: staff.officeId,
    });
    return objectionView(tx, staff, objectionId, found);
  });

export async function objectionView(
  ctx: Context,
  staff: Staff,
  id: string,
  { run, event, all, item }: SeenObjection,
): Promise<ObjectionCase> {
  const [[sent], notes, hung] = await Promise.all([
    ctx.db.select().from(postingObjections).where(eq(postingObjections.id, id)),
    ctx.db.select().from(objectionNotes).where(eq(objectionNotes.objectionId, id)).orderBy(asc(objectionNotes.at), asc(objectionNotes.id)),
    postingsOfRun(ctx, run.id),
  ]);
  const [of] = sent ? await ctx.db.select({ id: postings.id }).from(postings).where(eq(postings.id, sent.postingId)) : [];
  const posting = hung.find((one) => one.postingId === of?.id) ?? hung.findLast((one) => one.kind === 'notice');
  const names = await clerkNames(
    ctx,
    notes.map((one) => one.staffId),
  );
  const person = ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
  const answer = all.findLast((one) => one.event.kind === 'objection-answered' && one.event.objection === id);
  return {
    objectionId: id,
    runId: run.id,
    ...(item && { item: await workItemView(ctx, item) }),
    from: event.row.actorKind === 'account' ? 'household' : 'neighbour',
    ...(sent && { number: sent.number }),
    at: instantText(event.row.at),
    words: event.event.reason ?? '',
    teller: tellerOf(ctx, staff, event, sent, item),
    about: { title: procedureOfRun(run).title, ...person, ...(run.number && { number: run.number }) },
    ...(posting && { posting }),
    notes: notes.map((one) => ({
      id: one.id,
      at: instantText(one.at),
      who: names.get(one.staffId) ?? '',
      words: ctx.cipher.openText(objectionPlace.note(one.id), one.wordsSealed),
    })),
    ...(answer && { answer: { on: answer.row.happenedOn as CivilDate, words: answer.event.reason ?? '' } }),
    effects: effectsOf(run, answer !== undefined),
  };
}

function tellerOf(
  ctx: Context,
  staff: Staff,
  { row }: StoredEvent,
  sent: typeof postingObjections.$inferSelect | undefined,
  item: WorkItemRow | undefined,
): Teller {
  if (row.actorKind === 'account') return { kind: 'household' };
  if (!sent?.tellerSealed) return { kind: 'none' };
  const mine = item?.claimedBy === staff.staffId && item.claimedUntil !== null && item.claimedUntil > now(ctx);
  return mine ? { ...ctx.cipher.openJson<Named>(objectionPlace.teller(sent.id), sent.tellerSealed), kind: 'named' } : { kind: 'hidden' };
}

/** A notice hangs its seven days whatever is said of it; what waits is everything after it. */
function effectsOf(run: RunRow, answered: boolean): CitedSentence[] {
  return [
    cited('公示照样挂满 7 天，不提前取下。', ['YM239-3-2a', 'MCA57-19']),
    answered
      ? cited('回复过了，这一份不再挡着后面的步骤。', ['MCA57-19'])
      : cited('没回复以前，报不上去，也定不下来。家里正在领的照发。', ['MCA57-19', 'SAL2026-48']),
    ...(run.procedure === 'raise' ? [] : [cited('核实以后，要重新写一次意见，再往下走。', ['MCA57-19'])]),
    ...(run.procedure === 'application' ? [cited('公示有异议，可以作为延长到 45 个工作日的理由；写明才算。', ['YM239-3-1d'])] : []),
    cited('谁提的，不告诉这一家，他们的手机和档案里也看不到。', ['SAL2026-11']),
  ];
}
