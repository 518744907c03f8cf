import * as z from 'zod/mini';
import { applicationFormSchema, EVIDENCE_KINDS, signatureSchema } from '../form/application-form.ts';
import { idSchema, instantSchema, sha256Schema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { applicationViewSchema, correctionAnswerItemSchema, correctionSchema, fileViewSchema, submissionReceiptSchema } from './views.ts';

/** Far beyond what there will be; a number of any size is no version. */
const MOST_VERSION = 9999;

export const draftSummarySchema = z.object({
  draftId: idSchema,
  formVersion: z.number(),
  revision: z.number(),
  savedAt: instantSchema,
  keptUntil: instantSchema,
});
export type DraftSummary = z.output<typeof draftSummarySchema>;
export const draftSchema = z.extend(draftSummarySchema, { form: z.record(z.string(), z.unknown()) });

export const submissionSchema = z.object({
  form: applicationFormSchema,
  signatures: z.array(signatureSchema).check(z.maxLength(1000)),
  /** Chosen office where routing left a choice. */
  officeId: z.optional(z.string()),
  draftId: z.optional(idSchema),
});
export type Submission = z.output<typeof submissionSchema>;

const byApplication = z.object({ applicationId: idSchema });

/** An application from its draft to the answers of a correction. */
export const residentApplicationApi = {
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
      formVersion: z.number().check(z.int(), z.gte(0), z.lte(MOST_VERSION)),
      /** Revision this is based on, 0 for a new draft. Another revision on the server is a conflict the person settles. */
      baseRevision: z.number().check(z.int(), z.gte(0)),
      form: z.record(z.string(), z.unknown()),
    }),
    answer: z.extend(draftSummarySchema, {
      /** Members whose number was to be with the draft and is not (it was deleted meanwhile): it is asked for again. */
      numbersMissing: z.optional(z.array(z.string())),
    }),
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
