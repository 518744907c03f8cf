import * as z from 'zod/mini';
import { applicationFormSchema, EVIDENCE_KINDS, signatureSchema } from '../form/application-form.ts';
import { paperSchema } from '../form/paper.ts';
import { placeSchema } from '../form/place.ts';
import { divisionCodeSchema, idSchema, instantSchema, sha256Schema, words } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import { endpoint } from './endpoint.ts';
import { residentAuthenticationApi } from './resident-authentication-api.ts';
import { residentChangeApi } from './resident-change-api.ts';
import { residentDecisionApi } from './resident-decision-api.ts';
import { residentFollowUpApi } from './resident-follow-up-api.ts';
import { residentKnownApi } from './resident-known-api.ts';
import { residentOwnCodeApi } from './resident-own-code-api.ts';
import { residentTogetherApi } from './resident-together-api.ts';
import { residentTrustApi } from './resident-trust-api.ts';
import { residentUrgentApi } from './resident-urgent-api.ts';
import { residentVoiceApi } from './resident-voice-api.ts';
import { residentRoundApi } from './round-api.ts';
import {
  applicationViewSchema,
  citedSentenceSchema,
  correctionAnswerItemSchema,
  correctionSchema,
  fileViewSchema,
  officeSchema,
  submissionReceiptSchema,
} from './views.ts';

/** `claimed`: a typed name and number, which prove nothing. `verified`: someone saw the card, visited, or WeChat's face said so. */
export const IDENTITY_STATES = ['none', 'claimed', 'verified'] as const;
export const accountSchema = z.object({
  accountId: idSchema,
  identity: z.enum(IDENTITY_STATES),
  /** Full name as this account typed it: it is the account's own. */
  name: z.optional(z.string()),
  /** First and last character only. */
  maskedNumber: z.optional(z.string()),
  maskedPhone: z.optional(z.string()),
  consents: z.array(z.object({ statement: z.enum(STATEMENT_IDS), version: z.string(), at: instantSchema })),
});
export type AccountView = z.output<typeof accountSchema>;

const sessionSchema = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  refreshToken: z.string(),
  account: accountSchema,
});
export type SessionView = z.output<typeof sessionSchema>;

export const draftSummarySchema = z.object({
  draftId: idSchema,
  formVersion: z.number(),
  revision: z.number(),
  savedAt: instantSchema,
  keptUntil: instantSchema,
});
export type DraftSummary = z.output<typeof draftSummarySchema>;
export const draftSchema = z.extend(draftSummarySchema, { form: z.record(z.string(), z.unknown()) });

const placeOptionSchema = z.object({ code: divisionCodeSchema, name: z.string(), live: z.boolean() });
export type PlaceOption = z.output<typeof placeOptionSchema>;

/** Just what routing may know: no names. */
export const routingQuestionSchema = z.object({
  members: z
    .array(
      z.object({
        id: z.string(),
        registration: z.optional(placeSchema),
        residence: z.optional(placeSchema),
        residencePermit: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  emergencyPlace: z.optional(placeSchema),
});
export type RoutingQuestion = z.output<typeof routingQuestionSchema>;
/** `live`: it can be sent here. `not-live`: the right place is not on this system; nothing is accepted for it. `ask`: places are missing. `choice`: the person may choose. */
export const routingAnswerSchema = z.union([
  z.object({ kind: z.literal('live'), office: officeSchema, reason: citedSentenceSchema }),
  z.object({ kind: z.literal('not-live'), office: z.optional(officeSchema), placeName: z.string(), reason: citedSentenceSchema }),
  z.object({ kind: z.literal('choice'), offices: z.array(officeSchema), reason: citedSentenceSchema }),
  z.object({ kind: z.literal('ask'), missing: z.array(z.string()), reason: citedSentenceSchema }),
]);
export type RoutingAnswer = z.output<typeof routingAnswerSchema>;

export const submissionSchema = z.object({
  form: applicationFormSchema,
  signatures: z.array(signatureSchema).check(z.maxLength(1000)),
  /** Chosen office where routing left a choice. */
  officeId: z.optional(z.string()),
  draftId: z.optional(idSchema),
});
export type Submission = z.output<typeof submissionSchema>;

const byApplication = z.object({ applicationId: idSchema });

export const residentApi = {
  ...residentChangeApi,
  ...residentDecisionApi,
  ...residentVoiceApi,
  ...residentFollowUpApi,
  ...residentAuthenticationApi,
  ...residentTogetherApi,
  ...residentUrgentApi,
  ...residentRoundApi,
  ...residentTrustApi,
  ...residentKnownApi,
  ...residentOwnCodeApi,
  signIn: endpoint({
    id: 'signIn',
    method: 'POST',
    path: '/api/session',
    summary: '用 wx.login 的码登录',
    who: 'anyone',
    status: 200,
    body: z.object({ code: words(256).check(z.minLength(1)) }),
    answer: sessionSchema,
  }),
  refresh: endpoint({
    id: 'refresh',
    method: 'POST',
    path: '/api/session/refresh',
    summary: '换新的登录凭据；旧的再用一次，整串作废',
    who: 'anyone',
    status: 200,
    body: z.object({ refreshToken: words(512).check(z.minLength(1)) }),
    answer: sessionSchema,
  }),
  signOut: endpoint({
    id: 'signOut',
    method: 'DELETE',
    path: '/api/session',
    summary: '退出，这个账户的登录全部作废',
    who: 'account',
    status: 204,
  }),
  me: endpoint({ id: 'me', method: 'GET', path: '/api/me', summary: '我的账户', who: 'account', status: 200, answer: accountSchema }),
  claimIdentity: endpoint({
    id: 'claimIdentity',
    method: 'PUT',
    path: '/api/me/identity',
    summary: '写上姓名和证件（只是自己说的，什么也证明不了）',
    who: 'account',
    status: 200,
    body: z.object({ name: words(50).check(z.minLength(1, '请写上姓名')), paper: paperSchema }),
    answer: accountSchema,
  }),
  setPhone: endpoint({
    id: 'setPhone',
    method: 'POST',
    path: '/api/me/phone',
    summary: '微信核过的电话',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({ code: words(256).check(z.minLength(1)) }),
    answer: accountSchema,
  }),
  verifyByCode: endpoint({
    id: 'verifyByCode',
    method: 'POST',
    path: '/api/me/verification',
    summary: '工作人员看过身份证后给的一次性码',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({ code: words(16).check(z.minLength(1, '请写上码')) }),
    answer: accountSchema,
  }),
  giveConsent: endpoint({
    id: 'giveConsent',
    method: 'PUT',
    path: '/api/me/consents/{statement}',
    summary: '记下一次单独的同意',
    who: 'account',
    status: 200,
    params: z.object({ statement: z.enum(STATEMENT_IDS) }),
    body: z.object({ version: z.string(), hash: sha256Schema }),
    answer: accountSchema,
  }),
  districts: endpoint({
    id: 'districts',
    method: 'GET',
    path: '/api/places/districts',
    summary: '区县',
    who: 'anyone',
    status: 200,
    answer: z.array(placeOptionSchema),
  }),
  townships: endpoint({
    id: 'townships',
    method: 'GET',
    path: '/api/places/districts/{district}/townships',
    summary: '镇街',
    who: 'anyone',
    status: 200,
    params: z.object({ district: z.string().check(z.regex(/^\d{6}$/)) }),
    answer: z.array(placeOptionSchema),
  }),
  routing: endpoint({
    id: 'routing',
    method: 'POST',
    path: '/api/routing',
    summary: '去哪儿申请',
    who: 'anyone',
    status: 200,
    body: routingQuestionSchema,
    answer: routingAnswerSchema,
  }),
  drafts: endpoint({
    id: 'drafts',
    method: 'GET',
    path: '/api/drafts',
    summary: '我的草稿',
    who: 'account',
    status: 200,
    answer: z.array(draftSummarySchema),
  }),
  draft: endpoint({
    id: 'draft',
    method: 'GET',
    path: '/api/drafts/{draftId}',
    summary: '一份草稿',
    who: 'account',
    status: 200,
    params: z.object({ draftId: idSchema }),
    answer: draftSchema,
  }),
  saveDraft: endpoint({
    id: 'saveDraft',
    method: 'PUT',
    path: '/api/drafts/{draftId}',
    summary: '保存草稿',
    who: 'account',
    status: 200,
    params: z.object({ draftId: idSchema }),
    body: z.object({
      formVersion: z.number(),
      /** Revision this is based on, 0 for a new draft. Another revision on the server is a conflict the person settles. */
      baseRevision: z.number().check(z.int(), z.gte(0)),
      form: z.record(z.string(), z.unknown()),
    }),
    answer: draftSummarySchema,
  }),
  deleteDraft: endpoint({
    id: 'deleteDraft',
    method: 'DELETE',
    path: '/api/drafts/{draftId}',
    summary: '删掉草稿',
    who: 'account',
    status: 204,
    params: z.object({ draftId: idSchema }),
  }),
  uploadFile: endpoint({
    id: 'uploadFile',
    method: 'POST',
    path: '/api/files/{fileId}',
    summary: '送一张照片',
    who: 'account',
    status: 201,
    multipart: true,
    params: z.object({ fileId: idSchema }),
    /** With a hash the bytes are held to it: what was spoilt on the way is asked for again. */
    body: z.object({ about: z.enum(EVIDENCE_KINDS), sha256: z.optional(sha256Schema) }),
    answer: fileViewSchema,
  }),
  readFile: endpoint({
    id: 'readFile',
    method: 'GET',
    path: '/api/files/{fileId}',
    summary: '看自己送的照片',
    who: 'account',
    status: 200,
    bytes: true,
    params: z.object({ fileId: idSchema }),
  }),
  deleteFile: endpoint({
    id: 'deleteFile',
    method: 'DELETE',
    path: '/api/files/{fileId}',
    summary: '删掉还没交上去的照片',
    who: 'account',
    status: 204,
    params: z.object({ fileId: idSchema }),
  }),
  submitApplication: endpoint({
    id: 'submitApplication',
    method: 'PUT',
    path: '/api/applications/{applicationId}',
    summary: '交申请；同一个编号永远给同一张回执',
    who: 'account',
    status: 201,
    params: byApplication,
    body: submissionSchema,
    answer: submissionReceiptSchema,
  }),
  applications: endpoint({
    id: 'applications',
    method: 'GET',
    path: '/api/applications',
    summary: '我交过的',
    who: 'account',
    status: 200,
    answer: z.array(applicationViewSchema),
  }),
  application: endpoint({
    id: 'application',
    method: 'GET',
    path: '/api/applications/{applicationId}',
    summary: '走到哪一步',
    who: 'account',
    status: 200,
    params: byApplication,
    answer: applicationViewSchema,
  }),
  answerCorrection: endpoint({
    id: 'answerCorrection',
    method: 'PUT',
    path: '/api/applications/{applicationId}/corrections/{correctionId}/answers/{answerId}',
    summary: '补上要的几样',
    who: 'account',
    status: 201,
    params: z.object({ applicationId: idSchema, correctionId: idSchema, answerId: idSchema }),
    body: z.object({ items: z.array(correctionAnswerItemSchema).check(z.minLength(1), z.maxLength(60)) }),
    answer: correctionSchema,
  }),
} as const;
