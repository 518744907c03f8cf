import * as z from 'zod/mini';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { authenticationSchema, CONTACT_KINDS, VISIT_PLACES, visitSchema, whomSchema } from './authentication-views.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema, fileViewSchema } from './views.ts';
import { workItemSchema } from './work-item.ts';

const byVisit = z.object({ visitId: idSchema });
const byItem = z.object({ workItemId: idSchema });

/** Odd signals: something to look at, never a reason to block. */
export const SIGNALS = [
  'one-phone-many-people',
  'many-in-a-minute',
  'one-day-contradicting',
  'died-on-record',
  'name-differs',
  'relay-refused',
  'relay-unreachable',
  'relay-at-counter',
  'relay-to-confirm',
  'not-agreed',
  'check-disputed',
  'urgent-long-ago',
] as const;

/** What stands behind one item of the authentication lane. */
export const authenticationItemSchema = z.object({
  item: workItemSchema,
  who: z.object({
    name: z.string(),
    maskedNumber: z.optional(z.string()),
    maskedPhone: z.optional(z.string()),
    caseId: z.optional(idSchema),
    memberId: z.optional(z.string()),
  }),
  visit: z.optional(
    z.extend(visitSchema, {
      address: z.optional(z.string()),
      phone: z.optional(z.string()),
      note: z.optional(z.string()),
      why: z.string(),
    }),
  ),
  /** Video or photo for a person to look at. Compared by no machine. */
  evidence: z.optional(
    z.object({
      authenticationId: idSchema,
      takenOn: civilDateSchema,
      by: z.string(),
      files: z.array(z.object({ fileId: idSchema, mediaType: z.string() })),
    }),
  ),
  signal: z.optional(z.object({ kind: z.enum(SIGNALS), sentence: z.string(), count: z.number() })),
  /** Every try to reach the person, dated. */
  tries: z.array(z.object({ at: instantSchema, channel: z.string(), outcome: z.string() })),
  sources: z.array(citationSchema),
});
export type AuthenticationItem = z.output<typeof authenticationItemSchema>;

/** Visits arranged for one day, mornings first; how many there are, also where not all of them are listed. */
export const visitsTodaySchema = z.object({
  day: civilDateSchema,
  total: z.optional(z.int()),
  visits: z.array(
    z.object({
      workItemId: idSchema,
      whoName: z.string(),
      half: z.enum(['morning', 'afternoon']),
      where: z.enum(VISIT_PLACES),
      /** Who goes. */
      visitors: z.array(z.string()),
    }),
  ),
});
export type VisitsToday = z.output<typeof visitsTodaySchema>;

export const staffAuthenticationApi = {
  visitsToday: endpoint({
    id: 'visitsToday',
    method: 'GET',
    path: '/staff/api/visits/today',
    summary: '今天上门：约好今天见面的人、上午还是下午、谁去',
    who: 'staff',
    status: 200,
    answer: visitsTodaySchema,
  }),
  openAuthenticationItem: endpoint({
    id: 'openAuthenticationItem',
    method: 'GET',
    path: '/staff/api/authentication-items/{workItemId}',
    summary: '认证道里的一件',
    who: 'staff',
    status: 200,
    params: byItem,
    answer: authenticationItemSchema,
  }),
  arrangeVisit: endpoint({
    id: 'arrangeVisit',
    method: 'PUT',
    path: '/staff/api/visits/{visitId}/arranged',
    summary: '定下哪天、谁去；居民会收到，带验真码',
    who: 'staff',
    status: 200,
    params: byVisit,
    body: z.object({
      day: civilDateSchema,
      half: z.enum(['morning', 'afternoon']),
      where: z.enum(VISIT_PLACES),
      visitors: z.array(words(30).check(z.minLength(1))).check(z.minLength(1, '谁去？'), z.maxLength(4)),
    }),
    answer: visitSchema,
  }),
  recordVisit: endpoint({
    id: 'recordVisit',
    method: 'PUT',
    path: '/staff/api/visits/{visitId}/done',
    summary: '去过了：见到没有，两个人的名字',
    who: 'staff',
    status: 200,
    params: byVisit,
    body: z.object({
      met: z.boolean(),
      on: civilDateSchema,
      visitors: z.array(words(30).check(z.minLength(1))).check(z.minLength(1), z.maxLength(4)),
      note: words(500),
      fileIds: z.optional(z.array(idSchema).check(z.maxLength(6))),
    }),
    answer: visitSchema,
  }),
  registerAuthentication: endpoint({
    id: 'registerAuthentication',
    method: 'PUT',
    path: '/staff/api/authentications/{authenticationId}',
    summary: '登记一次人工认证；要两个人的写两个名字',
    who: 'staff',
    status: 201,
    params: z.object({ authenticationId: idSchema }),
    body: z.object({
      whom: whomSchema,
      contact: z.enum(CONTACT_KINDS),
      on: civilDateSchema,
      where: z.optional(words(100)),
      secondName: z.optional(words(30)),
      fileIds: z.optional(z.array(idSchema).check(z.maxLength(6))),
    }),
    answer: authenticationSchema,
  }),
  staffAuthentication: endpoint({
    id: 'staffAuthentication',
    method: 'GET',
    path: '/staff/api/authentications/{authenticationId}',
    summary: '一次认证，给没有账户的人打印告知信；看过留痕',
    who: 'staff',
    status: 200,
    params: z.object({ authenticationId: idSchema }),
    answer: authenticationSchema,
  }),
  lookAtEvidence: endpoint({
    id: 'lookAtEvidence',
    method: 'PUT',
    path: '/staff/api/authentications/{authenticationId}/looked',
    summary: '看过视频或照片：算数，或者请人上门',
    who: 'staff',
    status: 200,
    params: z.object({ authenticationId: idSchema }),
    body: z.object({ seen: z.enum(['counts', 'visit-instead']), note: words(500) }),
    answer: authenticationSchema,
  }),
  settleSignal: endpoint({
    id: 'settleSignal',
    method: 'PUT',
    path: '/staff/api/signals/{workItemId}/settled',
    summary: '看过了，写明怎么回事',
    who: 'staff',
    status: 200,
    params: byItem,
    body: z.object({ note: words(500).check(z.minLength(1, '写明怎么回事')) }),
    answer: workItemSchema,
  }),
  uploadStaffFile: endpoint({
    id: 'uploadStaffFile',
    method: 'POST',
    path: '/staff/api/files/{fileId}',
    summary: '送一张照片（纸、签字）',
    who: 'staff',
    status: 201,
    multipart: true,
    params: z.object({ fileId: idSchema }),
    body: z.object({}),
    answer: fileViewSchema,
  }),
} as const;
