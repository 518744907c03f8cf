import type { ChangeState, ChangeView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { changeNotices, changeSteps, changes, workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { type OpinionRow, opinionsOf, opinionView } from '../opinion/view.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import type { UnnumberedReceipt } from './receipt.ts';
import { changePlace } from './sealed-places.ts';
import { settledSentence } from './settled-words.ts';
import type { StoredEffects } from './submit.ts';
import { afterLeavingSentence, mayEnd } from './words.ts';

export type ChangeRow = typeof changes.$inferSelect;

const TIMELINE: Readonly<Record<ChangeState, string>> = {
  received: '告诉了镇街，镇街已收到',
  opened: '镇街打开看了',
  opinion: '镇街看过，写了初步意见',
  settled: '办好了',
};
/** The post, not the person. */
const POST = '办救助的工作人员';

/** What a resident follows, of several notices with one query a table. */
export async function changeViews(ctx: Context, rows: readonly ChangeRow[]): Promise<ChangeView[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [notices, steps, held, opinions] = await Promise.all([
    ctx.db
      .select({ id: changeNotices.id, receipt: changeNotices.receiptSealed, effects: changeNotices.effectsSealed })
      .from(changeNotices)
      .where(inArray(changeNotices.id, ids)),
    ctx.db.select().from(changeSteps).where(inArray(changeSteps.changeId, ids)).orderBy(asc(changeSteps.id)),
    ctx.db
      .select({ id: workItems.subjectId })
      .from(workItems)
      .where(and(inArray(workItems.subjectId, ids), eq(workItems.kind, 'change'), gt(workItems.claimedUntil, now(ctx)))),
    opinionsOf(ctx, ids),
  ]);
  return rows.map((row) => {
    const notice = notices.find((one) => one.id === row.id);
    if (!notice) throw new Error('a change without its notice');
    const receipt = ctx.cipher.openJson<UnnumberedReceipt>(changePlace.receipt(row.id), notice.receipt);
    const shown = ctx.cipher.openJson<StoredEffects>(changePlace.effects(row.id), notice.effects);
    const clerk = row.state !== 'received' || held.some((item) => item.id === row.id);
    return {
      receipt: { ...receipt, number: row.number },
      state: row.state,
      effects: [...shown.effects, ...(shown.together ? [shown.together] : [])],
      timeline: steps
        .filter((step) => step.changeId === row.id)
        .map((step) => ({ at: instantText(step.at), state: step.state, sentence: TIMELINE[step.state] })),
      holder: { office: receipt.office, ...(clerk && { clerk: POST }) },
      ...ending(ctx, row, shown, opinions.get(row.id)),
    };
  });
}

/** What came of it, and what an end would mean. */
function ending(ctx: Context, row: ChangeRow, shown: StoredEffects, opinion: OpinionRow | undefined) {
  const district = row.officeId.slice(0, 6) as DivisionCode;
  const effects = shown.together ? [shown.together] : shown.effects;
  // Once a person looked, what they think counts.
  const ends = opinion ? opinion.outcome === 'stop' || opinion.outcome === 'taper' : row.state !== 'settled' && mayEnd(effects);
  return {
    ...(opinion && { opinion: opinionView(ctx, opinion, district) }),
    passOn: row.passOnAt !== null,
    ...(row.passOnAt && { passOnSince: dayInShanghai(row.passOnAt.getTime()) as CivilDate }),
    ...(ends && !row.events.includes('death') && { afterLeaving: afterLeavingSentence(district) }),
    ...(row.settledAs && { settled: settledSentence(row.settledAs, district) }),
  };
}

export async function changeView(ctx: Context, row: ChangeRow): Promise<ChangeView> {
  const [view] = await changeViews(ctx, [row]);
  return view as ChangeView;
}

/** 我报过的变化, newest first. A verified person also sees what they told from another account on which they were verified. */
export async function listChanges(ctx: Context, who: Resident): Promise<ChangeView[]> {
  const rows = await ctx.db
    .select()
    .from(changes)
    .where(inArray(changes.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(changes.toldAt), desc(changes.number))
    .limit(200);
  return changeViews(ctx, rows);
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function readChange(ctx: Context, who: Resident, changeId: string): Promise<ChangeView> {
  const [row] = await ctx.db
    .select()
    .from(changes)
    .where(and(eq(changes.id, changeId), inArray(changes.accountId, await accountsOfPerson(ctx, who))));
  if (!row) throw new ServiceProblem('not-found');
  return changeView(ctx, row);
}
