import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { workItemSchema } from './work-item.ts';

/** Why one item is handed to somebody elsewhere: JLP53-5-3b for a visit where the household lives. */
export const SHARE_REASONS = ['delegated-visit', 'urgent-help', 'forwarded-application'] as const;
/** Near relatives, as a clerk declares them (MCA57-11, JLP53-5-2b). */
export const NEAR_RELATIONS = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'in-law', 'other'] as const;

/** All that the other office learns. */
const shareFactsSchema = z.object({
  name: z.string(),
  number: z.string(),
  /** What is asked of them. */
  asked: z.string(),
  place: z.optional(z.string()),
  phone: z.optional(z.string()),
});
export const shareSchema = z.object({
  shareId: idSchema,
  why: z.enum(SHARE_REASONS),
  from: z.object({ officeId: z.string(), name: z.string() }),
  to: z.object({ officeId: z.string(), name: z.string(), staffName: z.optional(z.string()) }),
  facts: shareFactsSchema,
  givenBy: z.string(),
  givenAt: instantSchema,
  until: instantSchema,
  ended: z.optional(z.enum(['answered', 'taken-back', 'item-closed', 'past-its-day'])),
  answer: z.optional(z.object({ by: z.string(), words: z.string() })),
});
export type ShareView = z.output<typeof shareSchema>;

export const relationSchema = z.object({
  relationId: idSchema,
  relation: z.enum(NEAR_RELATIONS),
  name: z.string(),
  maskedNumber: z.string(),
  /** Who declared it: a supervisor sees those of her office. */
  staffName: z.string(),
  mine: z.boolean(),
  declaredAt: instantSchema,
  endedAt: z.optional(instantSchema),
});
export type RelationView = z.output<typeof relationSchema>;

const villagesSchema = z.object({
  /** As the register writes them. */
  villages: z.array(z.object({ name: z.string(), households: z.number() })),
  assistants: z.array(z.object({ staffId: z.string(), name: z.string(), villages: z.array(z.string()) })),
});
export type VillagesView = z.output<typeof villagesSchema>;

const byItem = z.object({ workItemId: idSchema });
const why = words(300).check(z.minLength(1, '写一句原因'));

/** Handing items over, in the township and beyond it; finding one; and relatives of who works here. */
export const staffAccessApi = {
  colleagues: endpoint({
    id: 'colleagues',
    method: 'GET',
    path: '/staff/api/colleagues',
    summary: '本镇街办事的人，交办时选',
    who: 'staff',
    status: 200,
    answer: z.array(z.object({ staffId: z.string(), name: z.string(), holds: z.number() })),
  }),
  villages: endpoint({
    id: 'villages',
    method: 'GET',
    path: '/staff/api/villages',
    summary: '本镇街的村社各有多少户、归哪位协理员',
    who: 'staff',
    status: 200,
    answer: villagesSchema,
  }),
  assignVillages: endpoint({
    id: 'assignVillages',
    method: 'PUT',
    path: '/staff/api/colleagues/{staffId}/villages',
    summary: '负责人定一位协理员看哪些村社；没有写上的，她一户也看不到',
    who: 'staff',
    status: 200,
    params: z.object({ staffId: z.string().check(z.maxLength(64)) }),
    body: z.object({ villages: z.array(words(60).check(z.minLength(1))).check(z.maxLength(200)) }),
    answer: villagesSchema,
  }),
  handItemOver: endpoint({
    id: 'handItemOver',
    method: 'POST',
    path: '/staff/api/queue/{workItemId}/hand-over',
    summary: '把手上的一件交给另一个人，写明原因；负责人也可以交办别人手上的',
    who: 'staff',
    status: 200,
    key: 'header',
    params: byItem,
    body: z.object({ to: z.string(), reason: why }),
    answer: workItemSchema,
  }),
  takeItemOver: endpoint({
    id: 'takeItemOver',
    method: 'POST',
    path: '/staff/api/queue/{workItemId}/take-over',
    summary: '负责人把别人手上的一件接过来，写明原因',
    who: 'staff',
    status: 200,
    key: 'header',
    params: byItem,
    body: z.object({ reason: why }),
    answer: workItemSchema,
  }),
  handManyOver: endpoint({
    id: 'handManyOver',
    method: 'POST',
    path: '/staff/api/queue/hand-over',
    summary: '负责人把一个人手上的全部交给另一个人，或放回队列（请假、调走）',
    who: 'staff',
    status: 200,
    key: 'header',
    body: z.object({ from: z.string(), to: z.optional(z.string()), reason: why }),
    answer: z.object({ moved: z.number(), left: z.number() }),
  }),
  findItems: endpoint({
    id: 'findItems',
    method: 'POST',
    path: '/staff/api/queue/find',
    summary: '按回执号或按证件号找；按人找要写明为什么，留痕',
    who: 'staff',
    status: 200,
    body: z.union([z.object({ number: words(40).check(z.minLength(4, '写完整的号')) }), z.object({ paper: paperSchema, reason: why })]),
    answer: z.object({
      items: z.array(workItemSchema),
      cases: z.array(z.object({ caseId: idSchema, registerNumber: z.string() })),
    }),
  }),
  shareItem: endpoint({
    id: 'shareItem',
    method: 'PUT',
    path: '/staff/api/queue/{workItemId}/shares/{shareId}',
    summary: '请别处帮一件：只给办这一件要用的，有期限，写明原因',
    who: 'staff',
    status: 201,
    params: z.object({ workItemId: idSchema, shareId: idSchema }),
    body: z.object({
      officeId: z.string(),
      staffId: z.optional(z.string()),
      why: z.enum(SHARE_REASONS),
      asked: words(300).check(z.minLength(1, '请他们做什么？')),
      place: z.optional(words(120)),
      phone: z.optional(words(20)),
      days: z.number().check(z.int(), z.gte(1), z.lte(60)),
    }),
    answer: shareSchema,
  }),
  shareTargets: endpoint({
    id: 'shareTargets',
    method: 'GET',
    path: '/staff/api/share-targets',
    summary: '可以请谁帮：接到这里的镇街，和本镇街的村社协理员',
    who: 'staff',
    status: 200,
    answer: z.array(z.object({ officeId: z.string(), name: z.string(), staffId: z.optional(z.string()) })),
  }),
  shares: endpoint({
    id: 'shares',
    method: 'GET',
    path: '/staff/api/shares',
    summary: '别处请我们帮的，和我们请别处帮的',
    who: 'staff',
    status: 200,
    answer: z.object({ toUs: z.array(shareSchema), fromUs: z.array(shareSchema) }),
  }),
  answerShare: endpoint({
    id: 'answerShare',
    method: 'PUT',
    path: '/staff/api/shares/{shareId}/answer',
    summary: '办了，写明看到什么；这一件就还回去了',
    who: 'staff',
    status: 200,
    params: z.object({ shareId: idSchema }),
    body: z.object({ words: words(1000).check(z.minLength(1, '写明看到什么')) }),
    answer: shareSchema,
  }),
  endShare: endpoint({
    id: 'endShare',
    method: 'PUT',
    path: '/staff/api/shares/{shareId}/ended',
    summary: '不用别处帮了，收回',
    who: 'staff',
    status: 200,
    params: z.object({ shareId: idSchema }),
    answer: shareSchema,
  }),
  relations: endpoint({
    id: 'relations',
    method: 'GET',
    path: '/staff/api/relations',
    summary: '近亲属备案：自己的；负责人和审计看本镇街的',
    who: 'staff',
    status: 200,
    answer: z.array(relationSchema),
  }),
  declareRelation: endpoint({
    id: 'declareRelation',
    method: 'PUT',
    path: '/staff/api/relations/{relationId}',
    summary: '备案一位近亲属：和他有关的，自己看不到也领不到',
    who: 'staff',
    status: 201,
    params: z.object({ relationId: idSchema }),
    body: z.object({ relation: z.enum(NEAR_RELATIONS), name: words(50).check(z.minLength(1, '请写上姓名')), paper: paperSchema }),
    answer: relationSchema,
  }),
  endRelation: endpoint({
    id: 'endRelation',
    method: 'PUT',
    path: '/staff/api/relations/{relationId}/ended',
    summary: '不再是近亲属；由负责人核过',
    who: 'staff',
    status: 200,
    params: z.object({ relationId: idSchema }),
    answer: relationSchema,
  }),
} as const;
