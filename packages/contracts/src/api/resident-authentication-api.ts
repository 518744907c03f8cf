import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, sha256Schema, words } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import {
  AUTHENTICATION_ROLES,
  authenticationSchema,
  DIFFICULTIES,
  faceResultSchema,
  realityCheckSchema,
  VISIT_PLACES,
  visitSchema,
  whomSchema,
} from './authentication-views.ts';
import { endpoint } from './endpoint.ts';
import { officeSchema } from './views.ts';

const byFaceCheck = z.object({ faceCheckId: idSchema });
const byVisit = z.object({ visitId: idSchema });

/** One consent, given for this one time. */
export const consentActSchema = z.object({ statement: z.enum(STATEMENT_IDS), version: z.string(), hash: sha256Schema });
export type ConsentAct = z.output<typeof consentActSchema>;

/** A consent that was given for one time, and whether it still stands. */
export const givenConsentSchema = z.object({
  statement: openEnum(STATEMENT_IDS),
  about: z.object({ kind: openEnum(['face-check', 'authentication', 'account']), id: idSchema }),
  at: instantSchema,
  withdrawnAt: z.optional(instantSchema),
});
export type GivenConsent = z.output<typeof givenConsentSchema>;

/** Showing once a year that one is there, and what reaches people: messages and visits. */
export const residentAuthenticationApi = {
  rememberDifficulty: endpoint({
    id: 'rememberDifficulty',
    method: 'PUT',
    path: '/api/me/begin-with-person',
    summary: '下次先找人，不先刷脸（只记这一句）',
    who: 'account',
    status: 200,
    body: z.object({ beginWithPerson: z.boolean(), consent: z.optional(consentActSchema) }),
    answer: z.object({ beginWithPerson: z.boolean() }),
  }),
  beginFaceCheck: endpoint({
    id: 'beginFaceCheck',
    method: 'PUT',
    path: '/api/face-checks/{faceCheckId}',
    summary: '单独同意以后，向微信要一次刷脸',
    who: 'account',
    status: 201,
    params: byFaceCheck,
    body: z.object({
      whom: whomSchema,
      role: z.enum(AUTHENTICATION_ROLES),
      consent: consentActSchema,
      /** Whose face it is, where a guardian's stands for the person's. */
      guardian: z.optional(z.object({ name: words(50), paper: z.object({ kind: z.literal('resident-identity'), number: z.string() }) })),
      difficulties: z.optional(z.array(z.enum(DIFFICULTIES))),
      /** What it is for: authentication, or the second step of a new phone or account. */
      purpose: z.enum(['authentication', 'contact-change']),
    }),
    /** `verifyId` goes into `wx.requestFacialVerify`. Absent where it goes straight to a person: then `result` says how. */
    answer: z.object({ verifyId: z.optional(z.string()), result: faceResultSchema }),
  }),
  finishFaceCheck: endpoint({
    id: 'finishFaceCheck',
    method: 'PUT',
    path: '/api/face-checks/{faceCheckId}/finished',
    summary: '微信那边走完了；成没成由这里去问微信',
    who: 'account',
    status: 200,
    params: byFaceCheck,
    answer: faceResultSchema,
  }),
  faceCheck: endpoint({
    id: 'faceCheck',
    method: 'GET',
    path: '/api/face-checks/{faceCheckId}',
    summary: '这一次刷脸怎么样了',
    who: 'account',
    status: 200,
    params: byFaceCheck,
    answer: faceResultSchema,
  }),
  withdrawFaceConsent: endpoint({
    id: 'withdrawFaceConsent',
    method: 'PUT',
    path: '/api/face-checks/{faceCheckId}/consent-withdrawn',
    summary: '不再同意这一次刷脸',
    who: 'account',
    status: 200,
    params: byFaceCheck,
    answer: faceResultSchema,
  }),
  givenConsents: endpoint({
    id: 'givenConsents',
    method: 'GET',
    path: '/api/me/given-consents',
    summary: '哪一次同意过刷脸、视频，撤了没有',
    who: 'account',
    status: 200,
    answer: z.array(givenConsentSchema),
  }),
  sendEvidence: endpoint({
    id: 'sendEvidence',
    method: 'PUT',
    path: '/api/authentications/{authenticationId}',
    summary: '不方便刷脸：当天的视频或照片，由人来看',
    who: 'account',
    status: 201,
    params: z.object({ authenticationId: idSchema }),
    body: z.object({
      whom: whomSchema,
      role: z.enum(AUTHENTICATION_ROLES),
      /** A finished upload, or photos sent as usual (the guardian's on-the-spot photo too). */
      fileIds: z.array(idSchema).check(z.minLength(1, '还没有视频或照片'), z.maxLength(6)),
      takenOn: civilDateSchema,
      consent: consentActSchema,
      faceCheckId: z.optional(idSchema),
    }),
    answer: authenticationSchema,
  }),
  authentications: endpoint({
    id: 'authentications',
    method: 'GET',
    path: '/api/authentications',
    summary: '哪次见过面，凭证',
    who: 'account',
    status: 200,
    answer: z.array(authenticationSchema),
  }),
  visitTimes: endpoint({
    id: 'visitTimes',
    method: 'GET',
    path: '/api/visit-times',
    summary: '可以约的日子，半天为格',
    who: 'account',
    status: 200,
    query: z.object({ caseId: z.optional(idSchema), officeId: z.optional(z.string()) }),
    answer: z.object({
      office: z.optional(officeSchema),
      days: z.array(z.object({ day: civilDateSchema, morning: z.boolean(), afternoon: z.boolean(), provisional: z.boolean() })),
    }),
  }),
  bookVisit: endpoint({
    id: 'bookVisit',
    method: 'PUT',
    path: '/api/visits/{visitId}',
    summary: '请人上门，或约在社区、镇上；住外地的电话、视频',
    who: 'account',
    status: 201,
    params: byVisit,
    body: z.object({
      whom: whomSchema,
      where: z.enum(VISIT_PLACES),
      day: z.optional(civilDateSchema),
      half: z.optional(z.enum(['morning', 'afternoon'])),
      /** Where to come to, and how to reach the person. */
      address: z.optional(words(200)),
      phone: z.optional(words(20)),
      /** Living elsewhere: needed for phone and video (JLP53-5-3c). */
      livesElsewhere: z.optional(z.boolean()),
      note: z.optional(words(300)),
      difficulties: z.optional(z.array(z.enum(DIFFICULTIES))),
    }),
    answer: visitSchema,
  }),
  visits: endpoint({
    id: 'visits',
    method: 'GET',
    path: '/api/visits',
    summary: '约好的',
    who: 'account',
    status: 200,
    answer: z.array(visitSchema),
  }),
  cancelVisit: endpoint({
    id: 'cancelVisit',
    method: 'PUT',
    path: '/api/visits/{visitId}/cancelled',
    summary: '不用来了',
    who: 'account',
    status: 200,
    params: byVisit,
    answer: visitSchema,
  }),
  checkReality: endpoint({
    id: 'checkReality',
    method: 'POST',
    path: '/api/reality-checks',
    summary: '来的人、收到的消息，是真的吗',
    who: 'anyone',
    status: 200,
    body: z.object({ code: words(12).check(z.minLength(4, '码是多少？')) }),
    answer: realityCheckSchema,
  }),
} as const;
