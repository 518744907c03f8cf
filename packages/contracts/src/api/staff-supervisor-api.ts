import * as z from 'zod/mini';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema, dueSchema } from './views.ts';
import { workItemSchema } from './work-item.ts';

/**
 * `clock-near`: two working days before a clock's end, or before the day the queue promises where no procedure has begun. `lease-ended`: held and not worked on. `urgent-late`: nobody was reached in the hour.
 * `put-back`: it was not in the queue and is now. `not-whole`: a photo that came with it cannot be opened.
 */
export const SUPERVISOR_NOTICES = [
  'clock-near',
  'clock-at-end',
  'lease-ended',
  'urgent-late',
  'clock-extended',
  'put-back',
  'not-whole',
] as const;

export const supervisorNoticeSchema = z.object({
  noticeId: idSchema,
  kind: z.enum(SUPERVISOR_NOTICES),
  at: instantSchema,
  /** As it stands now in the queue: whose, in whose hands. */
  item: workItemSchema,
  /** Who had it when the lease ended. */
  heldBefore: z.optional(z.string()),
  clock: z.optional(
    z.object({
      title: z.string(),
      due: dueSchema,
      left: z.number(),
      clauses: z.array(citationSchema),
      /** Reasons of the clause for a longer time, and how long; absent where no document allows one. */
      extension: z.optional(z.object({ workingDays: z.number(), reasons: z.array(z.string()), clauses: z.array(citationSchema) })),
    }),
  ),
});
export type SupervisorNotice = z.output<typeof supervisorNoticeSchema>;

const decisionSchema = z.object({ decision: words(500).check(z.minLength(1, '写一句怎么定的')) });

/** What waits for a supervisor. What settles by itself (a step done, taken again, an end) leaves by itself. */
export const staffSupervisorApi = {
  supervisorInbox: endpoint({
    id: 'supervisorInbox',
    method: 'GET',
    path: '/staff/api/supervisor',
    summary: '等负责人定的：快到期、到期、领了没办、急事过了时间',
    who: 'staff',
    status: 200,
    answer: z.object({ items: z.array(supervisorNoticeSchema), more: z.boolean() }),
  }),
  decideNotice: endpoint({
    id: 'decideNotice',
    method: 'PUT',
    path: '/staff/api/supervisor/{noticeId}/decision',
    summary: '写下怎么定的；再写一次一样的还是那一次',
    who: 'staff',
    status: 200,
    params: z.object({ noticeId: idSchema }),
    body: decisionSchema,
    answer: z.object({ decided: z.literal(true) }),
  }),
} as const;
