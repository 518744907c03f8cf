import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { faceResultSchema } from './authentication-views.ts';
import { endpoint } from './endpoint.ts';
import { HELPER_KINDS, HELPER_VERBS, helpedPersonSchema, helperGrantSchema } from './helper-views.ts';
import {
  relayAskSchema,
  relayBoardSchema,
  relayOpenedSchema,
  relaySignatureSchema,
  signedStatementSchema,
  strokesSchema,
} from './relay-views.ts';
import { consentActSchema } from './resident-authentication-api.ts';

/** Of any paper; an identity number may end in X. */
const lastSix = z.string().check(z.regex(/^[0-9A-Z]{6}$/, '证件号的最后六位，最后一位可能是 X'));
const token = words(64).check(z.minLength(8));
const byAsk = z.object({ askId: idSchema });
const bySignature = z.object({ signatureId: idSchema });
const byGrant = z.object({ grantId: idSchema });
/** A random id that the phone keeps, whoever is signed in. It says only "the same phone", and is kept as a keyed hash. */
const phoneId = idSchema;
const verbs = z.array(z.enum(HELPER_VERBS)).check(z.minLength(1, '选一样能帮您做的'), z.maxLength(HELPER_VERBS.length));

/** The relay of consents, and people who help. Codes of links travel in bodies only: an address never opens anything. */
export const residentTogetherApi = {
  relayBoard: endpoint({
    id: 'relayBoard',
    method: 'GET',
    path: '/api/applications/{applicationId}/relay',
    summary: '家里人同意到哪了',
    who: 'account',
    status: 200,
    params: z.object({ applicationId: idSchema }),
    answer: relayBoardSchema,
  }),
  askRelay: endpoint({
    id: 'askRelay',
    method: 'PUT',
    path: '/api/relay-asks/{askId}',
    summary: '请家里一个大人点头；交以前、交以后都行',
    who: 'account',
    status: 200,
    params: byAsk,
    body: z.object({
      applicationId: idSchema,
      /** A member, or `s…`: somebody outside the household, who is asked only if they want (SAL2026-41). */
      memberId: z.string().check(z.regex(/^[ms][1-9]\d{0,2}$/)),
      name: words(50).check(z.minLength(1, '怎么称呼？')),
      /** Whose last six open the link: the person's, or the guardian's who signs for them. Without them there is no link: somebody comes, or it is done at the counter. */
      lastSix: z.optional(lastSix),
      paper: z.optional(paperSchema),
      /** Where the phone does not hold the number any more: the draft that it lies with. */
      draftId: z.optional(idSchema),
      phone: z.optional(z.string().check(z.regex(/^[\d+\- ]{5,20}$/, '电话号码再看一下'))),
      guardian: z.optional(words(50).check(z.minLength(1))),
      phoneId,
    }),
    answer: relayAskSchema,
  }),
  makeRelayLink: endpoint({
    id: 'makeRelayLink',
    method: 'POST',
    path: '/api/relay-asks/{askId}/links',
    summary: '做一个一次性的链接，或者写在纸上的码；前一个同样的就不能用了',
    who: 'account',
    status: 200,
    key: 'header',
    params: byAsk,
    body: z.object({ kind: z.enum(['card', 'paper']) }),
    answer: z.object({ token: z.string(), until: instantSchema }),
  }),
  settleRelayAsk: endpoint({
    id: 'settleRelayAsk',
    method: 'PUT',
    path: '/api/relay-asks/{askId}/way',
    summary: '不方便签、联系不上、暂时不签：交给镇上去问',
    who: 'account',
    status: 200,
    params: byAsk,
    body: z.object({ way: z.enum(['waiting', 'refused', 'unreachable', 'at-counter']), note: z.optional(words(300)) }),
    answer: relayAskSchema,
  }),
  openRelay: endpoint({
    id: 'openRelay',
    method: 'POST',
    path: '/api/relay/opened',
    summary: '用自己证件的最后六位打开别人请我点头的链接',
    who: 'account',
    status: 200,
    body: z.object({ token, lastSix, phoneId }),
    answer: relayOpenedSchema,
  }),
  signRelay: endpoint({
    id: 'signRelay',
    method: 'PUT',
    path: '/api/relay-signatures/{signatureId}',
    summary: '同意并签名，或者说暂时不签；同一个编号是同一次',
    who: 'account',
    status: 200,
    params: bySignature,
    body: z.object({
      token,
      lastSix,
      phoneId,
      answer: z.union([
        z.object({
          kind: z.literal('agreed'),
          statements: z.array(signedStatementSchema).check(z.minLength(1), z.maxLength(5)),
          /** Written by hand, or the id of one's own face check of the last quarter of an hour. */
          strokes: z.optional(strokesSchema),
          faceCheckId: z.optional(idSchema),
        }),
        z.object({ kind: z.literal('not-now'), reason: z.optional(words(300)) }),
        z.object({ kind: z.literal('cannot-write'), reason: z.optional(words(300)) }),
      ]),
    }),
    answer: z.object({ state: openEnum(['signed', 'to-confirm', 'refused', 'at-counter']), sentence: z.string() }),
  }),
  beginRelayFace: endpoint({
    id: 'beginRelayFace',
    method: 'PUT',
    path: '/api/relay-face-checks/{faceCheckId}',
    summary: '单独同意以后，刷一次脸代替写名字，或者说明签的就是本人；只是一个办法',
    who: 'account',
    status: 200,
    params: z.object({ faceCheckId: idSchema }),
    body: z.object({
      /** A link that was opened, or a signature in one's own name that waits to be confirmed. */
      for: z.union([z.object({ token, lastSix }), z.object({ signatureId: idSchema })]),
      name: words(50).check(z.minLength(1, '写上您的姓名')),
      number: z.string().check(z.maxLength(18)),
      consent: consentActSchema,
    }),
    /** `verifyId` goes into `wx.requestFacialVerify`; `finishFaceCheck` says how it ended. */
    answer: z.object({ verifyId: z.optional(z.string()), result: faceResultSchema }),
  }),
  confirmRelayByFace: endpoint({
    id: 'confirmRelayByFace',
    method: 'PUT',
    path: '/api/relay-signatures/{signatureId}/confirmed-by-face',
    summary: '等确认的签名，本人的脸说是本人',
    who: 'account',
    status: 200,
    params: bySignature,
    body: z.object({ faceCheckId: idSchema }),
    answer: relaySignatureSchema,
  }),
  relaySignatures: endpoint({
    id: 'relaySignatures',
    method: 'GET',
    path: '/api/me/relay-signatures',
    summary: '以我的名义签过的',
    who: 'account',
    status: 200,
    answer: z.array(relaySignatureSchema),
  }),
  answerRelaySignature: endpoint({
    id: 'answerRelaySignature',
    method: 'PUT',
    path: '/api/relay-signatures/{signatureId}/answer',
    summary: '是我同意的，我没同意，或者不再同意',
    who: 'account',
    status: 200,
    params: bySignature,
    body: z.object({ answer: z.enum(['agreed', 'not-agreed', 'withdrawn']), phoneId }),
    answer: relaySignatureSchema,
  }),

  helpers: endpoint({
    id: 'helpers',
    method: 'GET',
    path: '/api/helpers',
    summary: '帮我办的人，做过什么',
    who: 'account',
    status: 200,
    answer: z.array(helperGrantSchema),
  }),
  inviteHelper: endpoint({
    id: 'inviteHelper',
    method: 'POST',
    path: '/api/helpers',
    summary: '请一个人帮我办：能做哪几样、到哪天；给一个一次性的邀请',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({
      grantId: idSchema,
      name: words(50).check(z.minLength(1, '怎么称呼他？')),
      kind: z.enum(HELPER_KINDS),
      verbs,
      until: civilDateSchema,
    }),
    answer: z.object({ token: z.string(), until: instantSchema, grant: helperGrantSchema }),
  }),
  stopHelper: endpoint({
    id: 'stopHelper',
    method: 'PUT',
    path: '/api/helpers/{grantId}/stopped',
    summary: '停掉；帮的人自己也能说不帮了',
    who: 'account',
    status: 200,
    params: byGrant,
    answer: z.object({ state: openEnum(['stopped']) }),
  }),
  notAgreed: endpoint({
    id: 'notAgreed',
    method: 'PUT',
    path: '/api/helpers/{grantId}/not-agreed',
    summary: '我没同意：这位帮手停下，镇街去问',
    who: 'account',
    status: 200,
    params: byGrant,
    body: z.object({ actId: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
    answer: helperGrantSchema,
  }),
  acceptHelping: endpoint({
    id: 'acceptHelping',
    method: 'POST',
    path: '/api/helping',
    summary: '接下邀请，帮一个人办',
    who: 'account',
    status: 200,
    body: z.object({ token }),
    answer: helpedPersonSchema,
  }),
  helping: endpoint({
    id: 'helping',
    method: 'GET',
    path: '/api/helping',
    summary: '我帮的人',
    who: 'account',
    status: 200,
    answer: z.array(helpedPersonSchema),
  }),
  beginHelping: endpoint({
    id: 'beginHelping',
    method: 'PUT',
    path: '/api/helping/{grantId}',
    summary: '给没有手机的人开一份，本人以后能接过去',
    who: 'account',
    status: 200,
    params: byGrant,
    body: z.object({ name: words(50).check(z.minLength(1, '他叫什么？')), paper: paperSchema, kind: z.enum(HELPER_KINDS) }),
    answer: helpedPersonSchema,
  }),
  claimHelped: endpoint({
    id: 'claimHelped',
    method: 'PUT',
    path: '/api/me/helped',
    summary: '核过身份以后，把别人替我开的接过来',
    who: 'account',
    status: 200,
    answer: z.object({ taken: z.number() }),
  }),
} as const;

/** The grant under which a helper asks for somebody else, as a header of the endpoints of its verbs. */
export const ACTING_FOR_HEADER = 'x-acting-for';
