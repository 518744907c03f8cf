import type { OwnReferral, ReferralState, ReferralView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { asc, inArray } from 'drizzle-orm';
import { referralSteps, type referrals } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import { referralTarget } from './targets.ts';

export type ReferralRow = typeof referrals.$inferSelect;

/** Where each sealed value of a referral lies; the same words seal and open it. */
export const referralPlace = {
  person: (id: string) => `referral.person:${id}`,
  why: (id: string) => `referral.why:${id}`,
  words: (id: string, kind: string, at: Date) => `referral.step:${id}:${kind}:${at.toISOString()}`,
};

export const isOver = (row: Pick<ReferralRow, 'endedOn'>): boolean => row.endedOn !== null;

type StepsOf = ReadonlyMap<string, ReferralView['steps']>;

async function stepsOf(ctx: Context, ids: readonly string[]): Promise<StepsOf> {
  const found = new Map<string, ReferralView['steps']>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(referralSteps)
    .where(inArray(referralSteps.referralId, [...ids]))
    .orderBy(asc(referralSteps.id));
  for (const row of rows) {
    const step = {
      kind: row.kind,
      on: row.onDay as CivilDate,
      ...(row.wordsSealed && { words: ctx.cipher.openText(referralPlace.words(row.referralId, row.kind, row.at), row.wordsSealed) }),
    };
    const own = found.get(row.referralId);
    if (own) own.push(step);
    else found.set(row.referralId, [step]);
  }
  return found;
}

function targetOf(row: ReferralRow): ReferralView['target'] {
  const found = referralTarget(row.target, row.district);
  // A referral of an older package goes on under its own name.
  return found ?? { id: row.target, title: row.target, about: '', handledBy: '', clauses: [] };
}

/** Referrals as the desk sees them, with one query for all steps. */
export async function referralViews(ctx: Context, rows: readonly ReferralRow[]): Promise<ReferralView[]> {
  const steps = await stepsOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    referralId: row.id,
    target: targetOf(row),
    name: ctx.cipher.openText(referralPlace.person(row.id), row.personSealed),
    ...(row.number && { number: row.number }),
    state: row.state,
    why: ctx.cipher.openText(referralPlace.why(row.id), row.whySealed),
    proposedOn: row.proposedOn as CivilDate,
    ...(row.consentOn && row.consentHow && { consent: { on: row.consentOn as CivilDate, how: row.consentHow } }),
    ...(row.sentOn && { sentOn: row.sentOn as CivilDate }),
    due: { date: row.due as CivilDate, provisional: row.dueProvisional },
    cameBack: row.cameBack,
    ...(row.endedOn && { endedOn: row.endedOn as CivilDate }),
    steps: steps.get(row.id) ?? [],
    ...(row.runId && { runId: row.runId }),
  }));
}

export async function referralView(ctx: Context, row: ReferralRow): Promise<ReferralView> {
  const [view] = await referralViews(ctx, [row]);
  return view as ReferralView;
}

/** Where it stands, for the person: what was done, and whether there is anything for them to do. */
const STANDING: Readonly<Record<ReferralState, (by: string) => string>> = {
  asked: () => '要不要，您定。您说要，镇上才送出去；不要也不影响现在领的。',
  agreed: () => '您说了要，镇上这就送出去。您什么都不用做。',
  sent: (by) => `送到了${by}，等那边答复。没有下文，镇上会再去问。`,
  granted: () => '办成了。',
  'not-fitting': () => '那边看过，这一样这次不合适。为什么写在下面，情况变了可以再来。',
  'not-wanted': () => '您说不要，就到这里。以后想要，随时说一声。',
};

/** A referral as the person sees it. */
export async function ownReferral(ctx: Context, row: ReferralRow): Promise<OwnReferral> {
  const [view, office] = await Promise.all([referralView(ctx, row), officeOf(ctx, row.officeId)]);
  const assumption = row.state === 'sent' ? 'referral-comes-back-after-20-working-days' : undefined;
  return {
    referralId: row.id,
    target: view.target,
    name: view.name,
    state: row.state,
    why: view.why,
    office: officeView(office),
    standing: cited(STANDING[row.state](view.target.handledBy), ['JLP53-6-6b', 'JLP53-6-6e'], assumption),
    ...(row.state === 'sent' && { due: view.due }),
    // What a clerk asked of another unit in between is between the two.
    steps: view.steps.map(({ kind, on, words }) => ({ kind, on, ...(kind !== 'followed' && kind !== 'agreed' && words && { words }) })),
  };
}
