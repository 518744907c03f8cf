import * as z from 'zod/mini';
import { idSchema, instantSchema } from '../scalars.ts';
import { caseFileRowSchema, caseFileSchema, RECIPIENT_KINDS_IN_FORCE, taperLedgerSchema } from './case-views.ts';
import { endpoint } from './endpoint.ts';

export const IMPORT_STATES = ['checking', 'checked', 'writing', 'done', 'stopped'] as const;
export const importProblemSchema = z.object({ row: z.number(), column: z.optional(z.string()), sentence: z.string() });
/** An import of the district's register: first what would change, then written. Rows are numbered as in the file, the heading is 1. */
export const importSchema = z.object({
  importId: idSchema,
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  encoding: z.optional(z.enum(['utf-8', 'gb18030'])),
  by: z.string(),
  at: instantSchema,
  rows: z.number(),
  done: z.number(),
  would: z.object({ add: z.number(), change: z.number(), same: z.number(), missing: z.number() }),
  /** At most 200 are listed; `problemCount` counts all. Rows with a problem are left out, all others can be written. */
  problems: z.array(importProblemSchema),
  problemCount: z.number(),
  /** The first differences, by register number. */
  changes: z.array(z.object({ registerNumber: z.string(), sentence: z.string() })),
});
export type ImportView = z.output<typeof importSchema>;

const byImport = z.object({ importId: idSchema });

export const staffRegisterApi = {
  sendImport: endpoint({
    id: 'sendImport',
    method: 'POST',
    path: '/staff/api/imports/{importId}',
    summary: '送一份在册名单（CSV），先看会变什么，什么也不写',
    who: 'staff',
    status: 201,
    multipart: true,
    params: byImport,
    body: z.object({ fileName: z.optional(z.string().check(z.maxLength(200))) }),
    answer: importSchema,
  }),
  confirmImport: endpoint({
    id: 'confirmImport',
    method: 'PUT',
    path: '/staff/api/imports/{importId}/confirmed',
    summary: '看过了，写进去；再来一次不会重',
    who: 'staff',
    status: 200,
    params: byImport,
    answer: importSchema,
  }),
  import: endpoint({
    id: 'import',
    method: 'GET',
    path: '/staff/api/imports/{importId}',
    summary: '写到哪里了',
    who: 'staff',
    status: 200,
    params: byImport,
    answer: importSchema,
  }),
  imports: endpoint({
    id: 'imports',
    method: 'GET',
    path: '/staff/api/imports',
    summary: '谁什么时候送过名单',
    who: 'staff',
    status: 200,
    answer: z.array(importSchema),
  }),
  caseFiles: endpoint({
    id: 'caseFiles',
    method: 'GET',
    path: '/staff/api/case-files',
    summary: '本镇街在册的家庭',
    who: 'staff',
    status: 200,
    query: z.object({
      cursor: z.optional(z.string()),
      due: z.optional(z.enum(['authentication', 'review', 'taper'])),
      village: z.optional(z.string()),
      registerNumber: z.optional(z.string()),
      /** Only households that receive this. */
      kind: z.optional(z.enum(RECIPIENT_KINDS_IN_FORCE)),
    }),
    answer: z.object({ items: z.array(caseFileRowSchema), next: z.nullable(z.string()), total: z.number() }),
  }),
  taperLedger: endpoint({
    id: 'taperLedger',
    method: 'GET',
    path: '/staff/api/tapers',
    summary: '渐退期台账：几户、几时到期、期满以后怎样',
    who: 'staff',
    status: 200,
    answer: taperLedgerSchema,
  }),
  taperFile: endpoint({
    id: 'taperFile',
    method: 'GET',
    path: '/staff/api/tapers/file',
    summary: '渐退期台账，CSV；取一次留一次痕',
    who: 'staff',
    status: 200,
    bytes: true,
  }),
  caseFile: endpoint({
    id: 'caseFile',
    method: 'GET',
    path: '/staff/api/case-files/{caseId}',
    summary: '一户一档；看过留痕',
    who: 'staff',
    status: 200,
    params: z.object({ caseId: idSchema }),
    answer: caseFileSchema,
  }),
} as const;
