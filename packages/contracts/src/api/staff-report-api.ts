import * as z from 'zod/mini';
import { civilDateSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema } from './views.ts';

/** `half-year`: what is reported by 25 June and 30 November. `inspection`: what the district looks at once a year. */
export const REPORT_KINDS = ['half-year', 'inspection'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const reportSchema = z.object({
  kind: z.enum(REPORT_KINDS),
  title: z.string(),
  /** The township, or the district for its bureau. */
  place: z.string(),
  from: civilDateSchema,
  on: civilDateSchema,
  /** The day it is to be handed in, and how many days are left; absent where no document says. */
  due: z.optional(z.object({ date: civilDateSchema, left: z.number() })),
  clauses: z.array(citationSchema),
  sections: z.array(
    z.object({
      title: z.string(),
      rows: z.array(
        z.object({
          label: z.string(),
          /** Null where it is not known here; why stands in `note`. Money in fen. */
          value: z.nullable(z.number()),
          unit: z.enum(['households', 'people', 'items', 'fen']),
          note: z.optional(z.string()),
        }),
      ),
    }),
  ),
  /** What no document says, and what we assumed. */
  notes: z.array(z.string()),
});
export type ReportView = z.output<typeof reportSchema>;

const byKind = z.object({ kind: z.enum(REPORT_KINDS) });

/** Counts only: no name is in a report. */
export const staffReportApi = {
  report: endpoint({
    id: 'report',
    method: 'GET',
    path: '/staff/api/reports/{kind}',
    summary: '半年报送、年度检查：从今年 1 月 1 日到今天的数',
    who: 'staff',
    status: 200,
    params: byKind,
    answer: reportSchema,
  }),
  reportFile: endpoint({
    id: 'reportFile',
    method: 'GET',
    path: '/staff/api/reports/{kind}/file',
    summary: '同一份，CSV；取一次留一次痕',
    who: 'staff',
    status: 200,
    bytes: true,
    params: byKind,
  }),
} as const;
