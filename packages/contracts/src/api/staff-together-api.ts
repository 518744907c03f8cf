import * as z from 'zod/mini';
import { civilDateSchema, idSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { CONFIRM_REASONS, relayAskSchema, signedStatementSchema, strokesSchema } from './relay-views.ts';

const name = words(50).check(z.minLength(2, '写全名'));

/** An adult of the relay as the township sees it: what was signed, and why it has to be asked about. */
export const staffRelayAskSchema = z.extend(relayAskSchema, {
  why: z.optional(z.enum(CONFIRM_REASONS)),
  /** Why somebody does not sign or is not reached, in the words of who said it. */
  note: z.optional(z.string()),
  strokes: z.optional(strokesSchema),
  witnesses: z.optional(z.array(z.string())),
  usableForCrossCheck: z.boolean(),
});
export type StaffRelayAsk = z.output<typeof staffRelayAskSchema>;

export const staffTogetherApi = {
  staffRelay: endpoint({
    id: 'staffRelay',
    method: 'GET',
    path: '/staff/api/applications/{applicationId}/relay',
    summary: '这件里每个大人同意没有、怎么签的',
    who: 'staff',
    status: 200,
    params: z.object({ applicationId: idSchema }),
    answer: z.array(staffRelayAskSchema),
  }),
  witnessRelay: endpoint({
    id: 'witnessRelay',
    method: 'PUT',
    path: '/staff/api/applications/{applicationId}/members/{memberId}/witnessed',
    summary: '当面记下：两个人看着同意的，或监护人签的',
    who: 'staff',
    status: 200,
    params: z.object({ applicationId: idSchema, memberId: z.string().check(z.regex(/^[ms][1-9]\d{0,2}$/)) }),
    body: z.object({
      signatureId: idSchema,
      /** Two people who saw it; with a guardian, they saw the guardian sign. */
      witnesses: z.array(name).check(z.minLength(2, '要两个人，请写上第二个人的名字'), z.maxLength(2)),
      guardian: z.optional(name),
      on: civilDateSchema,
      statements: z.array(signedStatementSchema).check(z.minLength(1), z.maxLength(5)),
      note: z.optional(words(300)),
    }),
    answer: z.array(staffRelayAskSchema),
  }),
  confirmRelay: endpoint({
    id: 'confirmRelay',
    method: 'PUT',
    path: '/staff/api/relay-asks/{askId}/confirmed',
    summary: '上门或打电话问过：是不是本人同意的',
    who: 'staff',
    status: 200,
    params: z.object({ askId: idSchema }),
    body: z.object({ by: z.enum(['visit', 'call']), agreed: z.boolean(), note: words(300).check(z.minLength(1, '写一句：怎么问的')) }),
    answer: z.array(staffRelayAskSchema),
  }),
} as const;
