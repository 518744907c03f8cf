import * as z from 'zod/mini';
import { instantSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

/** `run.<id>.<step>`, `opinion.<id>`, …: ids and words of the code, never a person's name. */
const byName = z.object({ name: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,99}$/)) });

/** What a clerk has begun to write, hers alone; the browser may close in the middle. */
export const staffDraftApi = {
  staffDraft: endpoint({
    id: 'staffDraft',
    method: 'GET',
    path: '/staff/api/drafts/{name}',
    summary: '写了一半的，只有自己看得到',
    who: 'staff',
    status: 200,
    params: byName,
    answer: z.object({ body: z.nullable(z.string()), savedAt: z.optional(instantSchema) }),
  }),
  keepStaffDraft: endpoint({
    id: 'keepStaffDraft',
    method: 'PUT',
    path: '/staff/api/drafts/{name}',
    summary: '留住写了一半的',
    who: 'staff',
    status: 200,
    params: byName,
    body: z.object({ body: z.string().check(z.maxLength(20_000)) }),
    answer: z.object({ savedAt: instantSchema }),
  }),
  forgetStaffDraft: endpoint({
    id: 'forgetStaffDraft',
    method: 'DELETE',
    path: '/staff/api/drafts/{name}',
    summary: '送出了，或不要了',
    who: 'staff',
    status: 200,
    params: byName,
    answer: z.object({ forgotten: z.literal(true) }),
  }),
} as const;
