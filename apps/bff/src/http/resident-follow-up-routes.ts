import { residentApi } from '@assist/contracts';
import { disputeCheck, listOwnChecks, withdrawCheckAuthorisation } from '../services/cross-check/of-resident.ts';
import { familyChain } from '../services/family/chain.ts';
import { answerReferral, listOwnReferrals } from '../services/referral/of-resident.ts';
import type { Resident } from '../services/session/authenticate.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = residentApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Resident>) => void;

/** Where one was referred to, and what was asked about one elsewhere. */
export function residentFollowUpRoutes(on: On): void {
  on(api.referrals, ({ ctx, who }) => listOwnReferrals(ctx, who));
  on(api.answerReferral, ({ ctx, who, params, body }) => answerReferral(ctx, who, params.referralId, body.answer));
  on(api.familyChain, ({ ctx, who }) => familyChain(ctx, who));
  on(api.checks, ({ ctx, who }) => listOwnChecks(ctx, who));
  on(api.disputeCheck, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await disputeCheck(ctx, who, params, body.words);
    return new Answer(view, fresh ? undefined : OK);
  });
  on(api.withdrawCheckAuthorisation, ({ ctx, who, params }) => withdrawCheckAuthorisation(ctx, who, params.checkId));
}
