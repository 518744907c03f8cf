import * as z from 'zod/mini';
import { idSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { COMPLAINT_ABOUT, namedSchema, receivedVoiceSchema, voiceReplySchema } from './voice-views.ts';

/** A POST or a body, so that the secret words stand in no address. */
const byWords = z.object({ number: words(40), secret: words(40) });

/** Reports and complaints, by name or without, and the way back to the answer. */
export const residentVoiceApi = {
  complain: endpoint({
    id: 'complain',
    method: 'PUT',
    path: '/api/complaints/{complaintId}',
    summary: '举报或投诉；留名或不留名，都给号和口令',
    who: 'anyone',
    status: 201,
    params: z.object({ complaintId: idSchema }),
    body: z.object({
      /** Office of the township it happened in. */
      office: z.string().check(z.regex(/^\d{6,12}$/)),
      about: z.enum(COMPLAINT_ABOUT),
      /** Whom or what it is about, in the person's words. */
      whom: z.optional(words(200)),
      words: words(2000).check(z.minLength(1, '写一句就行')),
      named: z.optional(namedSchema),
    }),
    answer: receivedVoiceSchema,
  }),
  lookBack: endpoint({
    id: 'lookBack',
    method: 'POST',
    path: '/api/voice-replies',
    summary: '凭号和口令，看回复',
    who: 'anyone',
    status: 200,
    body: byWords,
    answer: voiceReplySchema,
  }),
  followVoice: endpoint({
    id: 'followVoice',
    method: 'PUT',
    path: '/api/voice-follows',
    summary: '有了回复，发消息告诉我；消息里没有内容',
    who: 'account',
    status: 200,
    body: byWords,
    answer: voiceReplySchema,
  }),
} as const;
