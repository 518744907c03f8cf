import * as z from 'zod/mini';
import { idSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { familyChainSchema, ownCheckSchema, ownReferralSchema } from './follow-up-views.ts';

/** Where one was referred to, and what was asked about one elsewhere. */
export const residentFollowUpApi = {
  referrals: endpoint({
    id: 'referrals',
    method: 'GET',
    path: '/api/referrals',
    summary: '转到哪里的帮助，走到哪',
    who: 'account',
    status: 200,
    answer: z.array(ownReferralSchema),
  }),
  answerReferral: endpoint({
    id: 'answerReferral',
    method: 'PUT',
    path: '/api/referrals/{referralId}/answer',
    summary: '要，还是不要',
    who: 'account',
    status: 200,
    params: z.object({ referralId: idSchema }),
    body: z.object({ answer: z.enum(['agree', 'not-wanted']) }),
    answer: ownReferralSchema,
  }),
  familyChain: endpoint({
    id: 'familyChain',
    method: 'GET',
    path: '/api/family/chain',
    summary: '一户一条救助链：这一家现在有的、转到别处的、发生过的，一条线上',
    who: 'account',
    status: 200,
    answer: familyChainSchema,
  }),
  checks: endpoint({
    id: 'checks',
    method: 'GET',
    path: '/api/checks',
    summary: '镇上向哪里核对过我、查来什么、哪天',
    who: 'account',
    status: 200,
    answer: z.array(ownCheckSchema),
  }),
  disputeCheck: endpoint({
    id: 'disputeCheck',
    method: 'PUT',
    path: '/api/checks/questions/{questionId}/disputes/{disputeId}',
    summary: '这一样查得不对',
    who: 'account',
    status: 201,
    params: z.object({ questionId: idSchema, disputeId: idSchema }),
    body: z.object({ words: words(1000).check(z.minLength(1, '写一句哪里不对就行')) }),
    answer: ownCheckSchema,
  }),
  withdrawCheckAuthorisation: endpoint({
    id: 'withdrawCheckAuthorisation',
    method: 'PUT',
    path: '/api/checks/{checkId}/withdrawn',
    summary: '收回核对授权：还没问的不再问',
    who: 'account',
    status: 200,
    params: z.object({ checkId: idSchema }),
    answer: ownCheckSchema,
  }),
} as const;
