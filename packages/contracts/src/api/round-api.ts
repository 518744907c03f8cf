import * as z from 'zod/mini';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { doorForHouseholdSchema, doorReceiptSchema, doorSchema, roundSchema, roundTieSchema } from './round-views.ts';
import { workItemSchema } from './work-item.ts';

const byDoor = z.object({ doorId: idSchema });

/** A village assistant's phone on its round, and what a household sees of it. */
export const residentRoundApi = {
  tieRound: endpoint({
    id: 'tieRound',
    method: 'POST',
    path: '/api/round/tie',
    summary: '协理员：用工作台给的一次性码绑上这部手机',
    who: 'account',
    status: 200,
    key: 'header',
    body: z.object({ code: words(12).check(z.minLength(4, '码是多少？')) }),
    answer: roundTieSchema,
  }),
  untieRound: endpoint({
    id: 'untieRound',
    method: 'DELETE',
    path: '/api/round/tie',
    summary: '协理员：这部手机退出',
    who: 'account',
    status: 204,
  }),
  round: endpoint({
    id: 'round',
    method: 'GET',
    path: '/api/round',
    summary: '协理员：今天要去的，只有自己村社的；下载留痕',
    who: 'account',
    status: 200,
    answer: roundSchema,
  }),
  sendDoor: endpoint({
    id: 'sendDoor',
    method: 'PUT',
    path: '/api/round/doors/{doorId}',
    summary: '协理员：一家门口办的，一起送；同一个编号只收一次',
    who: 'account',
    status: 201,
    params: byDoor,
    body: doorSchema,
    answer: doorReceiptSchema,
  }),
  doors: endpoint({
    id: 'doors',
    method: 'GET',
    path: '/api/doors',
    summary: '协理员上门替我家记下的',
    who: 'account',
    status: 200,
    answer: z.array(doorForHouseholdSchema),
  }),
  sayNotAgreed: endpoint({
    id: 'sayNotAgreed',
    method: 'PUT',
    path: '/api/doors/{doorId}/not-agreed',
    summary: '我没同意：镇街会去查',
    who: 'account',
    status: 200,
    params: byDoor,
    body: z.object({ words: words(500) }),
    answer: doorForHouseholdSchema,
  }),
} as const;

/** A tie as it stands at the desk; ended ones too. */
export const staffTieSchema = z.object({
  tieId: idSchema,
  staffId: z.string(),
  staffName: z.string(),
  villages: z.array(z.string()),
  tiedAt: instantSchema,
  until: instantSchema,
  endedAt: z.optional(instantSchema),
});
export type StaffTie = z.output<typeof staffTieSchema>;

/** What came from one door, for a clerk to read. */
export const staffDoorSchema = z.object({
  item: z.optional(workItemSchema),
  door: doorForHouseholdSchema,
  who: z.string(),
  caseId: z.optional(idSchema),
  changeId: z.optional(idSchema),
  photos: z.array(z.object({ fileId: idSchema, mediaType: z.string() })),
});
export type StaffDoor = z.output<typeof staffDoorSchema>;

export const staffRoundApi = {
  issueRoundCode: endpoint({
    id: 'issueRoundCode',
    method: 'POST',
    path: '/staff/api/round-codes',
    summary: '协理员：给自己的手机一个一次性码，十分钟',
    who: 'staff',
    status: 201,
    key: 'header',
    body: z.object({}),
    answer: z.object({ code: z.string(), expiresAt: instantSchema }),
  }),
  roundTies: endpoint({
    id: 'roundTies',
    method: 'GET',
    path: '/staff/api/round-ties',
    summary: '协理员绑着的手机：自己的；经办看本镇街的',
    who: 'staff',
    status: 200,
    answer: z.array(staffTieSchema),
  }),
  endRoundTie: endpoint({
    id: 'endRoundTie',
    method: 'PUT',
    path: '/staff/api/round-ties/{tieId}/ended',
    summary: '解绑一部手机，当场算数',
    who: 'staff',
    status: 200,
    params: z.object({ tieId: idSchema }),
    answer: staffTieSchema,
  }),
  staffDoor: endpoint({
    id: 'staffDoor',
    method: 'GET',
    path: '/staff/api/doors/{doorId}',
    summary: '一次入户带回来的；看过留痕',
    who: 'staff',
    status: 200,
    params: byDoor,
    answer: staffDoorSchema,
  }),
  settleDoor: endpoint({
    id: 'settleDoor',
    method: 'PUT',
    path: '/staff/api/doors/{doorId}/settled',
    summary: '看过了：接着怎么办；说没同意的，这几句给居民看',
    who: 'staff',
    status: 200,
    params: byDoor,
    body: z.object({ words: words(500).check(z.minLength(1, '写明接着怎么办')) }),
    answer: staffDoorSchema,
  }),
} as const;
