import { staffApi } from '@assist/contracts';
import { answerCheckDispute, authoriseOnPaper } from '../services/cross-check/by-officer.ts';
import { askMeeting } from '../services/joint-meeting/ask.ts';
import { recordMeeting } from '../services/joint-meeting/record-decision.ts';
import { readBeside } from '../services/procedure/beside.ts';
import { consentToReferral, endReferral, followReferral, sendReferral } from '../services/referral/act.ts';
import { listReferrals } from '../services/referral/list.ts';
import { proposeReferral } from '../services/referral/propose.ts';
import type { Staff } from '../services/staff/who.ts';
import { endWatching } from '../services/watch/end.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Alerts, cross-checks, referrals, joint meetings and who is watched. */
export function staffFollowUpRoutes(on: On): void {
  on(api.runBeside, ({ ctx, who, params }) => readBeside(ctx, who, params.runId));
  on(api.askMeeting, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await askMeeting(ctx, who, params, body.why);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.recordMeeting, ({ ctx, who, params, body }) => recordMeeting(ctx, who, params.meetingId, body));
  on(api.endWatching, ({ ctx, who, params, body }) => endWatching(ctx, who, params.runId, body.why));
  on(api.authoriseOnPaper, async ({ ctx, who, params, body }) => {
    await authoriseOnPaper(ctx, who, params.runId, params.memberId, body.signedOn);
    return readBeside(ctx, who, params.runId);
  });
  on(api.answerCheckDispute, ({ ctx, who, params, body }) => answerCheckDispute(ctx, who, params.disputeId, body.words));
  on(api.staffReferrals, ({ ctx, who, query }) => listReferrals(ctx, who, query));
  on(api.proposeReferral, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await proposeReferral(ctx, who, params, body);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.consentToReferral, ({ ctx, who, params, body }) => consentToReferral(ctx, who, params.referralId, body.words));
  on(api.sendReferral, ({ ctx, who, params, body }) => sendReferral(ctx, who, params.referralId, body.to));
  on(api.followReferral, ({ ctx, who, params, body }) => followReferral(ctx, who, params.referralId, body.words));
  on(api.endReferral, ({ ctx, who, params, body }) => endReferral(ctx, who, params.referralId, body.end, body.words));
}
