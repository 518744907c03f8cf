import type { REFERRAL_STEPS, ReferralState } from '@assist/contracts';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { referralSteps, referrals, workItems } from '../../db/schema.ts';
import { type Actor, type AuditAction, record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { accountsOfReferral } from './accounts.ts';
import { tellAboutReferral } from './tell.ts';
import { isOver, type ReferralRow, referralPlace } from './view.ts';

type StepKind = (typeof REFERRAL_STEPS)[number];

const ACTIONS: Readonly<Record<StepKind, AuditAction>> = {
  asked: 'referral-proposed',
  agreed: 'referral-agreed',
  sent: 'referral-sent',
  followed: 'referral-sent',
  granted: 'referral-ended',
  'not-fitting': 'referral-ended',
  'not-wanted': 'referral-ended',
};

/** Writes one step of a referral down, with who did it. */
export async function addStep(
  tx: Context,
  { id, officeId }: Pick<ReferralRow, 'id' | 'officeId'>,
  kind: StepKind,
  actor: Actor,
  words?: string,
): Promise<void> {
  const at = now(tx);
  await tx.db.insert(referralSteps).values({
    referralId: id,
    officeId,
    kind,
    onDay: dayInShanghai(tx.clock()),
    at,
    actorKind: actor.kind,
    actorId: actor.kind === 'system' ? 'worker' : actor.id,
    wordsSealed: words ? tx.cipher.seal(referralPlace.words(id, kind, at), words) : null,
  });
  await record(tx, { actor, action: ACTIONS[kind], object: ['referral', id], officeId, result: kind });
}

/** By when a referral is asked after again, counted from today. */
export function dueFromToday(tx: Context): { due: string; dueProvisional: boolean } {
  const clock = runClock(CLOCK_RULES.referralAnswer, dayInShanghai(tx.clock()), tx.calendar);
  return { due: clock.by, dueProvisional: clock.provisional };
}

export interface Move {
  readonly kind: StepKind;
  readonly actor: Actor;
  readonly words?: string | undefined;
  /** Of a consent: how it was given. */
  readonly how?: 'app' | 'spoken';
}

/** Takes a held referral one step on, tells the person, and takes what had come back out of the queue. */
export async function moveReferral(tx: Context, row: ReferralRow, { kind, actor, words, how }: Move): Promise<ReferralRow> {
  const today = dayInShanghai(tx.clock());
  const state: ReferralState = kind === 'followed' ? row.state : kind;
  const [moved] = await tx.db
    .update(referrals)
    .set({
      state,
      ...(kind === 'agreed' && how && { consentOn: today, consentHow: how }),
      ...(kind === 'sent' && { sentOn: today }),
      ...(isEnd(kind) ? { endedOn: today } : dueFromToday(tx)),
    })
    .where(eq(referrals.id, row.id))
    .returning();
  await addStep(tx, row, kind, actor, words);
  await tx.db
    .update(workItems)
    .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null })
    .where(and(eq(workItems.subjectId, row.id), eq(workItems.kind, 'referral')));
  await tellAboutReferral(tx, moved as ReferralRow, kind, await accountsOfReferral(tx, row));
  return moved as ReferralRow;
}

const isEnd = (kind: StepKind): boolean => kind === 'granted' || kind === 'not-fitting' || kind === 'not-wanted';

/** What may follow what. The person's own "no" fits everywhere before an end. */
export const mayFollow = (row: ReferralRow, kind: StepKind): boolean => {
  if (isOver(row)) return false;
  if (kind === 'not-wanted') return true;
  if (kind === 'agreed') return row.state === 'asked';
  if (kind === 'sent') return row.state === 'agreed';
  if (kind === 'followed') return row.state === 'sent' || row.state === 'asked' || row.state === 'agreed';
  return row.state === 'sent';
};
