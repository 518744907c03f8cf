import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, words } from '../scalars.ts';
import { citedSentenceSchema } from './views.ts';

/** Who leaves a name is called back; the number and the secret words work without one. */
export const namedSchema = z.object({
  name: words(30).check(z.minLength(1, '写上姓名')),
  phone: words(20).check(z.minLength(1, '写上电话，回复时打给您'), z.regex(/^[\d\s+-]{3,20}$/, '电话只写数字')),
});
export type Named = z.output<typeof namedSchema>;

/** `household`: somebody receives what they should not. `handling`: how something was handled. `staff`: somebody who handles it. */
export const COMPLAINT_ABOUT = ['household', 'handling', 'staff'] as const;
export type ComplaintAbout = (typeof COMPLAINT_ABOUT)[number];
export const COMPLAINT_ABOUT_NAMES: Record<ComplaintAbout, string> = {
  household: '有人不该领救助',
  handling: '不给办、办得慢',
  staff: '工作人员做得不对',
};

/** What came out. Each is said to who asked; none of them lowers anything by itself. */
export const COMPLAINT_FINDINGS = ['as-said', 'partly', 'nothing-found', 'not-ours'] as const;
export type ComplaintFinding = (typeof COMPLAINT_FINDINGS)[number];
export const COMPLAINT_FINDING_NAMES: Record<ComplaintFinding, string> = {
  'as-said': '情况属实',
  partly: '一部分属实',
  'nothing-found': '没有查到这样的情况',
  'not-ours': '不归这里管',
};

export const VOICE_STATES = ['received', 'opened', 'answered'] as const;

/** What lies with who spoke up: a number to speak of it, and secret words to look back with. */
export const receivedVoiceSchema = z.object({ number: z.string(), secret: z.string(), sentence: citedSentenceSchema });
export type ReceivedVoice = z.output<typeof receivedVoiceSchema>;

/** What number and secret words open: where it stands, and the answer. Not what was said: nobody else shall read it on this phone. */
export const voiceReplySchema = z.object({
  kind: openEnum(['objection', 'complaint']),
  number: z.string(),
  on: civilDateSchema,
  state: openEnum(VOICE_STATES),
  sentence: citedSentenceSchema,
  office: z.string(),
  reply: z.optional(z.string()),
  found: z.optional(openEnum(COMPLAINT_FINDINGS)),
  /** This account is told when there is an answer. Only said to a signed-in account. */
  follows: z.optional(z.boolean()),
});
export type VoiceReply = z.output<typeof voiceReplySchema>;
