import * as z from 'zod/mini';
import { changeFormSchema } from '../form/change-form.ts';
import { idSchema, words } from '../scalars.ts';
import { familySchema } from './case-views.ts';
import { CONTACT_CHANGE_KINDS, changePreviewSchema, changeReceiptSchema, changeViewSchema, contactChangeSchema } from './change-views.ts';
import { endpoint } from './endpoint.ts';

const byChange = z.object({ changeId: idSchema });
const byContactChange = z.object({ contactChangeId: idSchema });

/** The second step of a new phone or account: a code sent to the number on record, a face check that passed just now, or a code from the counter. */
export const secondStepSchema = z.union([
  z.object({ by: z.literal('text-code'), code: words(12) }),
  z.object({ by: z.literal('face'), faceCheckId: idSchema }),
  z.object({ by: z.literal('counter-code'), code: words(16) }),
]);
export type SecondStep = z.output<typeof secondStepSchema>;

/** Changes told by people who already receive something. */
export const residentChangeApi = {
  family: endpoint({
    id: 'family',
    method: 'GET',
    path: '/api/family',
    summary: '我家在册的待遇，家里每个人该不该认证',
    who: 'account',
    status: 200,
    answer: familySchema,
  }),
  previewChange: endpoint({
    id: 'previewChange',
    method: 'POST',
    path: '/api/change-previews',
    summary: '还没发，先算给您看；什么也不记下',
    who: 'account',
    status: 200,
    body: z.object({ form: changeFormSchema }),
    answer: changePreviewSchema,
  }),
  submitChange: endpoint({
    id: 'submitChange',
    method: 'PUT',
    path: '/api/changes/{changeId}',
    summary: '报变化；同一个编号永远给同一张凭证',
    who: 'account',
    status: 201,
    params: byChange,
    body: z.object({ form: changeFormSchema, officeId: z.optional(z.string()), draftId: z.optional(idSchema) }),
    answer: changeReceiptSchema,
  }),
  changes: endpoint({
    id: 'changes',
    method: 'GET',
    path: '/api/changes',
    summary: '我报过的变化',
    who: 'account',
    status: 200,
    answer: z.array(changeViewSchema),
  }),
  change: endpoint({
    id: 'change',
    method: 'GET',
    path: '/api/changes/{changeId}',
    summary: '一次变化走到哪一步',
    who: 'account',
    status: 200,
    params: byChange,
    answer: changeViewSchema,
  }),
  sendContactCode: endpoint({
    id: 'sendContactCode',
    method: 'POST',
    path: '/api/contact-codes',
    summary: '给登记着的那个号码发一个码',
    who: 'account',
    status: 201,
    key: 'header',
    body: z.object({ kind: z.enum(CONTACT_CHANGE_KINDS) }),
    answer: z.object({ maskedPhone: z.string(), expiresIn: z.number() }),
  }),
  changeContact: endpoint({
    id: 'changeContact',
    method: 'PUT',
    path: '/api/contact-changes/{contactChangeId}',
    summary: '换电话或银行卡：本人核过身份、第二步，隔一天才算数',
    who: 'account',
    status: 201,
    params: byContactChange,
    body: z.object({
      kind: z.enum(CONTACT_CHANGE_KINDS),
      /** New phone number, or the account's number. */
      value: words(40).check(z.minLength(5, '再看一下，好像少了几位')),
      /** Bank, where it is an account. */
      bank: z.optional(words(40)),
      step: secondStepSchema,
    }),
    answer: contactChangeSchema,
  }),
  contactChanges: endpoint({
    id: 'contactChanges',
    method: 'GET',
    path: '/api/contact-changes',
    summary: '换电话、银行卡的记录',
    who: 'account',
    status: 200,
    answer: z.array(contactChangeSchema),
  }),
  stopContactChange: endpoint({
    id: 'stopContactChange',
    method: 'PUT',
    path: '/api/contact-changes/{contactChangeId}/stopped',
    summary: '不是我换的，停下',
    who: 'account',
    status: 200,
    params: byContactChange,
    answer: contactChangeSchema,
  }),
} as const;
