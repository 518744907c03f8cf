import * as z from 'zod/mini';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema } from './views.ts';

/** `household`: everything of one. `inspection`: many, without photos, for the district's yearly inspection. */
export const ARCHIVE_KINDS = ['household', 'inspection'] as const;
export const ARCHIVE_STATES = ['writing', 'ready', 'gone'] as const;

export const archiveSchema = z.object({
  archiveId: idSchema,
  kind: z.enum(ARCHIVE_KINDS),
  caseId: z.optional(idSchema),
  state: z.enum(ARCHIVE_STATES),
  reason: z.string(),
  /** Households in all, and those that are in a part already. */
  total: z.number(),
  done: z.number(),
  askedAt: instantSchema,
  readyAt: z.optional(instantSchema),
  /** When it is deleted by itself. */
  deleteAt: z.optional(instantSchema),
  parts: z.array(z.object({ seq: z.number(), households: z.number(), bytes: z.number(), hash: z.string() })),
  clauses: z.array(citationSchema),
});
export type ArchiveView = z.output<typeof archiveSchema>;

const byArchive = z.object({ archiveId: idSchema });
const reason = words(300).check(z.minLength(1, '写一句为什么要导出，会留痕'));

/** Files leave the system only as somebody's, with the reason, and are deleted after a day. */
export const staffArchiveApi = {
  archives: endpoint({
    id: 'archives',
    method: 'GET',
    path: '/staff/api/archives',
    summary: '我要的导出：做到哪、能不能取、几时删',
    who: 'staff',
    status: 200,
    answer: z.object({ items: z.array(archiveSchema) }),
  }),
  askArchive: endpoint({
    id: 'askArchive',
    method: 'PUT',
    path: '/staff/api/archives/{archiveId}',
    summary: '导出一户一档，或一个区县、镇街的年度检查；写明为什么',
    who: 'staff',
    status: 201,
    params: byArchive,
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('household'), caseId: idSchema, reason }),
      z.object({ kind: z.literal('inspection'), reason }),
    ]),
    answer: archiveSchema,
  }),
  archivePart: endpoint({
    id: 'archivePart',
    method: 'GET',
    path: '/staff/api/archives/{archiveId}/parts/{seq}',
    summary: '取一份压缩包；取一次留一次痕',
    who: 'staff',
    status: 200,
    bytes: true,
    params: z.object({ archiveId: idSchema, seq: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) }),
  }),
} as const;
