import * as z from 'zod/mini';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

export const caseMoveSchema = z.object({
  moveId: idSchema,
  from: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  at: instantSchema,
});
export type CaseMoveView = z.output<typeof caseMoveSchema>;

/** A household that moves house: its case, and all that is under way, goes to another township of the district at once. */
export const staffMoveApi = {
  moveTargets: endpoint({
    id: 'moveTargets',
    method: 'GET',
    path: '/staff/api/move-targets',
    summary: '可以转到哪些镇街：同区县、接到这里的',
    who: 'staff',
    status: 200,
    answer: z.array(z.object({ officeId: z.string(), name: z.string() })),
  }),
  moveCase: endpoint({
    id: 'moveCase',
    method: 'PUT',
    path: '/staff/api/case-moves/{moveId}',
    summary: '搬家了：一户或一份申请整个转到别的镇街，正在办的接着办；再送一次一样的还是那一次',
    who: 'staff',
    status: 201,
    params: z.object({ moveId: idSchema }),
    body: z.object({
      about: z.enum(['case', 'application']),
      id: idSchema,
      toOfficeId: z.string().check(z.maxLength(20)),
      reason: words(500).check(z.minLength(1, '写一句为什么转')),
    }),
    answer: caseMoveSchema,
  }),
} as const;
