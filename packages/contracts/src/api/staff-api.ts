import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { staffRoundApi } from './round-api.ts';
import { staffAccessApi } from './staff-access-api.ts';
import { staffArchiveApi } from './staff-archive-api.ts';
import { staffAssistantApi } from './staff-assistant-api.ts';
import { staffAuthenticationApi } from './staff-authentication-api.ts';
import { staffCertificateApi } from './staff-certificate-api.ts';
import { staffChangeApi } from './staff-change-api.ts';
import { staffDraftApi } from './staff-draft-api.ts';
import { staffFollowUpApi } from './staff-follow-up-api.ts';
import { staffMoveApi } from './staff-move-api.ts';
import { staffNoteApi } from './staff-note-api.ts';
import { staffPaymentApi } from './staff-payment-api.ts';
import { staffProcedureApi } from './staff-procedure-api.ts';
import { staffRegisterApi } from './staff-register-api.ts';
import { staffReportApi } from './staff-report-api.ts';
import { staffStandardApi } from './staff-standard-api.ts';
import { staffSupervisorApi } from './staff-supervisor-api.ts';
import { staffTogetherApi } from './staff-together-api.ts';
import { staffUrgentApi } from './staff-urgent-api.ts';
import { caseViewSchema, correctionRequestSchema, QUEUE_FILTERS, queuePageSchema, staffSchema } from './staff-views.ts';
import { staffVoiceApi } from './staff-voice-api.ts';
import { applicationViewSchema } from './views.ts';
import { LANES, WORK_KINDS, workItemSchema } from './work-item.ts';

const byApplication = z.object({ applicationId: idSchema });

export const staffApi = {
  ...staffRegisterApi,
  ...staffVoiceApi,
  ...staffTogetherApi,
  ...staffChangeApi,
  ...staffAssistantApi,
  ...staffAuthenticationApi,
  ...staffProcedureApi,
  ...staffFollowUpApi,
  ...staffPaymentApi,
  ...staffReportApi,
  ...staffUrgentApi,
  ...staffRoundApi,
  ...staffAccessApi,
  ...staffArchiveApi,
  ...staffDraftApi,
  ...staffMoveApi,
  ...staffNoteApi,
  ...staffStandardApi,
  ...staffSupervisorApi,
  ...staffCertificateApi,
  staffMe: endpoint({
    id: 'staffMe',
    method: 'GET',
    path: '/staff/api/me',
    summary: '我是谁、哪个镇街',
    who: 'staff',
    status: 200,
    answer: staffSchema,
  }),
  staffSignOut: endpoint({
    id: 'staffSignOut',
    method: 'DELETE',
    path: '/staff/api/session',
    summary: '退出；signOutUrl 有值时接着去那里，把单位账号也退掉',
    who: 'staff',
    status: 200,
    answer: z.object({ signOutUrl: z.optional(z.string()) }),
  }),
  queue: endpoint({
    id: 'queue',
    method: 'GET',
    path: '/staff/api/queue',
    summary: '本镇街的队列',
    who: 'staff',
    status: 200,
    query: z.object({
      filter: z.optional(z.enum(QUEUE_FILTERS)),
      lane: z.optional(z.enum(LANES)),
      kind: z.optional(z.enum(WORK_KINDS)),
      cursor: z.optional(z.string()),
    }),
    answer: queuePageSchema,
  }),
  claimNext: endpoint({
    id: 'claimNext',
    method: 'POST',
    path: '/staff/api/queue/claim',
    summary: '领下一件',
    who: 'staff',
    status: 200,
    key: 'header',
    answer: z.object({ item: z.nullable(workItemSchema), why: z.string() }),
  }),
  claimItem: endpoint({
    id: 'claimItem',
    method: 'POST',
    path: '/staff/api/queue/{workItemId}/claim',
    summary: '领这一件',
    who: 'staff',
    status: 200,
    key: 'header',
    params: z.object({ workItemId: idSchema }),
    answer: workItemSchema,
  }),
  releaseItem: endpoint({
    id: 'releaseItem',
    method: 'POST',
    path: '/staff/api/queue/{workItemId}/release',
    summary: '放回队列，写明原因',
    who: 'staff',
    status: 200,
    key: 'header',
    params: z.object({ workItemId: idSchema }),
    body: z.object({ reason: words(300).check(z.minLength(1, '为什么放回？')) }),
    answer: workItemSchema,
  }),
  openCase: endpoint({
    id: 'openCase',
    method: 'GET',
    path: '/staff/api/applications/{applicationId}',
    summary: '一件的全部；看敏感项都留痕',
    who: 'staff',
    status: 200,
    params: byApplication,
    answer: caseViewSchema,
  }),
  markOpened: endpoint({
    id: 'markOpened',
    method: 'PUT',
    path: '/staff/api/applications/{applicationId}/opened',
    summary: '打开看了，居民会看到',
    who: 'staff',
    status: 200,
    params: byApplication,
    answer: applicationViewSchema,
  }),
  askCorrection: endpoint({
    id: 'askCorrection',
    method: 'PUT',
    path: '/staff/api/applications/{applicationId}/corrections/{correctionId}',
    summary: '一次说全要补什么',
    who: 'staff',
    status: 201,
    params: z.object({ applicationId: idSchema, correctionId: idSchema }),
    body: correctionRequestSchema,
    answer: applicationViewSchema,
  }),
  accept: endpoint({
    id: 'accept',
    method: 'PUT',
    path: '/staff/api/applications/{applicationId}/acceptance',
    summary: '受理，期限从今天起算',
    who: 'staff',
    status: 200,
    params: byApplication,
    answer: applicationViewSchema,
  }),
  staffFile: endpoint({
    id: 'staffFile',
    method: 'GET',
    path: '/staff/api/files/{fileId}',
    summary: '看一张照片',
    who: 'staff',
    status: 200,
    bytes: true,
    params: z.object({ fileId: idSchema }),
  }),
  issueVerificationCode: endpoint({
    id: 'issueVerificationCode',
    method: 'POST',
    path: '/staff/api/verification-codes',
    summary: '看过身份证后给一个一次性码',
    who: 'staff',
    status: 201,
    key: 'header',
    body: z.object({
      name: words(50).check(z.minLength(1, '请写上姓名')),
      paper: paperSchema,
      sawPaper: z.literal(true),
      assistant: z.optional(z.literal(true)),
    }),
    answer: z.object({ code: z.string(), expiresAt: instantSchema }),
  }),
  settleIdentityConflict: endpoint({
    id: 'settleIdentityConflict',
    method: 'PUT',
    path: '/staff/api/identity-conflicts/{workItemId}/settled',
    summary: '一个号两个账户写了，看过证件后写明怎么回事',
    who: 'staff',
    status: 200,
    params: z.object({ workItemId: idSchema }),
    body: z.object({ note: words(500).check(z.minLength(1, '写明怎么回事')) }),
    answer: workItemSchema,
  }),
  auditTrail: endpoint({
    id: 'auditTrail',
    method: 'GET',
    path: '/staff/api/audit',
    summary: '本镇街的留痕（审计）',
    who: 'staff',
    status: 200,
    query: z.object({ cursor: z.optional(z.string()) }),
    answer: z.object({
      items: z.array(
        z.object({
          at: instantSchema,
          who: z.string(),
          what: z.string(),
          object: z.string(),
          /** What can be opened from there. */
          applicationId: z.optional(idSchema),
          result: z.string(),
        }),
      ),
      next: z.nullable(z.string()),
    }),
  }),
} as const;
