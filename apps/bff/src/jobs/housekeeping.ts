import { readAlertSources } from '../services/alert/read-sources.ts';
import { sweepArchives } from '../services/archive/sweep.ts';
import { sealAudit } from '../services/audit/seal.ts';
import { readContactSources } from '../services/authentication/read-sources.ts';
import { reportLoopback } from '../services/channel/loopback.ts';
import { endSilence, sendWaiting, takeUpKilled } from '../services/channel/send-waiting.ts';
import { contactChangesTakeEffect } from '../services/contact-change/take-effect.ts';
import type { Context } from '../services/context.ts';
import { askWaitingChecks, takeUpKilledChecks } from '../services/cross-check/ask-waiting.ts';
import { watchClocks } from '../services/decision/watch-clocks.ts';
import { reconcileDeliveries } from '../services/delivery/reconcile.ts';
import { expireDrafts } from '../services/draft/remove.ts';
import { catchUpFaceChecks } from '../services/face-check/catch-up.ts';
import { reconcileFiles } from '../services/file/reconcile.ts';
import { sweepFiles } from '../services/file/remove.ts';
import { resealOld } from '../services/keys/reseal.ts';
import { accountsFound } from '../services/payment/accounts-found.ts';
import { deliverWaiting } from '../services/platform/deliver.ts';
import { sealFeed } from '../services/platform/seal.ts';
import { planReviews } from '../services/procedure/plan-reviews.ts';
import { foldCounts } from '../services/queue/fold-counts.ts';
import { endLeases } from '../services/queue/lease.ts';
import { watchDays } from '../services/queue/watch-days.ts';
import { bringReferralsBack } from '../services/referral/come-back.ts';
import { stopOldImports } from '../services/register/confirm-import.ts';
import { climbReminders } from '../services/reminder/climb.ts';
import { startDueReminders } from '../services/reminder/start.ts';
import { endRecords } from '../services/retention/end-records.ts';
import { tellEnding } from '../services/retention/tell-ending.ts';
import { forgetOld } from '../services/session/forget-old.ts';
import { forgetOldStaffDrafts } from '../services/staff-draft/keep.ts';
import { workOutStandards } from '../services/standard/work-out.ts';
import { planTaperEnds } from '../services/taper/plan-ends.ts';
import { sweepUploads } from '../services/upload/sweep.ts';
import { handOnUrgent } from '../services/urgent/hand-on.ts';

export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  run(ctx: Context): Promise<unknown>;
  /** What it means where the run answers with a list that is not empty: somebody has to look. */
  readonly alarm?: string;
}

const SECOND = 1000;
const MINUTE = 60_000;

/** What is done again and again; each may run twice or late without harm. */
export const CHORES: readonly Chore[] = [
  { name: 'end-leases', everyMs: MINUTE, run: endLeases },
  { name: 'fold-counts', everyMs: 10 * SECOND, run: foldCounts },
  { name: 'contact-changes-take-effect', everyMs: MINUTE, run: contactChangesTakeEffect },
  // Before what ends: nothing a resident has goes without a word.
  { name: 'tell-ending', everyMs: 60 * MINUTE, run: tellEnding },
  { name: 'expire-drafts', everyMs: 60 * MINUTE, run: expireDrafts },
  { name: 'sweep-uploads', everyMs: 60 * MINUTE, run: sweepUploads },
  { name: 'sweep-archives', everyMs: 10 * MINUTE, run: sweepArchives },
  { name: 'sweep-files', everyMs: 60 * MINUTE, run: sweepFiles },
  { name: 'reconcile-files', everyMs: 24 * 60 * MINUTE, run: reconcileFiles, alarm: 'photos that were confirmed cannot be opened' },
  {
    name: 'reconcile-deliveries',
    everyMs: 24 * 60 * MINUTE,
    run: (ctx) => reconcileDeliveries(ctx),
    alarm: 'what was sent was not where it belongs',
  },
  { name: 'catch-up-face-checks', everyMs: MINUTE, run: catchUpFaceChecks },
  { name: 'read-contact-sources', everyMs: 5 * MINUTE, run: readContactSources },
  { name: 'read-alert-sources', everyMs: MINUTE, run: readAlertSources },
  { name: 'take-up-killed-checks', everyMs: MINUTE, run: takeUpKilledChecks },
  { name: 'ask-waiting-checks', everyMs: 2 * SECOND, run: askWaitingChecks },
  { name: 'bring-referrals-back', everyMs: 60 * MINUTE, run: bringReferralsBack },
  { name: 'start-due-reminders', everyMs: 60 * MINUTE, run: startDueReminders },
  { name: 'climb-reminders', everyMs: 2 * SECOND, run: climbReminders },
  { name: 'take-up-killed-sends', everyMs: MINUTE, run: takeUpKilled },
  { name: 'send-waiting', everyMs: 2 * SECOND, run: sendWaiting },
  { name: 'report-loopback', everyMs: 2 * SECOND, run: reportLoopback },
  { name: 'end-silence', everyMs: MINUTE, run: endSilence },
  { name: 'stop-old-imports', everyMs: 60 * MINUTE, run: stopOldImports },
  { name: 'work-out-standards', everyMs: 10 * SECOND, run: workOutStandards },
  { name: 'plan-reviews', everyMs: 60 * MINUTE, run: planReviews, alarm: 'reviews of some households could not be opened' },
  { name: 'hand-on-urgent', everyMs: 15 * SECOND, run: handOnUrgent, alarm: 'urgent calls could not be handed on' },
  { name: 'plan-taper-ends', everyMs: 60 * MINUTE, run: planTaperEnds, alarm: 'ends of some tapers could not be put in the queue' },
  { name: 'accounts-found', everyMs: 10 * MINUTE, run: accountsFound },
  { name: 'watch-clocks', everyMs: 10 * MINUTE, run: watchClocks, alarm: 'clocks of some procedures could not be looked at' },
  { name: 'watch-days', everyMs: 10 * MINUTE, run: watchDays, alarm: 'days of some items could not be minded' },
  { name: 'seal-audit', everyMs: 30 * SECOND, run: sealAudit },
  { name: 'reseal-old', everyMs: 2 * SECOND, run: (ctx) => resealOld(ctx) },
  { name: 'seal-feed', everyMs: SECOND, run: sealFeed },
  { name: 'deliver-waiting', everyMs: 2 * SECOND, run: deliverWaiting },
  { name: 'forget-old-staff-drafts', everyMs: 60 * MINUTE, run: forgetOldStaffDrafts },
  { name: 'forget-old', everyMs: 60 * MINUTE, run: forgetOld },
  // Last: a login that was not given the role says so here, and holds up nothing else.
  { name: 'end-records', everyMs: 24 * 60 * MINUTE, run: endRecords },
];
