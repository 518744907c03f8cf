import * as z from 'zod/mini';
import { memberSchema } from '../form/member.ts';
import { PREFILL_SOURCES, PREFILLED_FIELDS } from '../form/prefilled.ts';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

const { name, relation, birthDate, disability, registration } = memberSchema.shape;
const knownMemberSchema = z.object({
  /** Who asks. */
  me: z.optional(z.literal(true)),
  values: z.object({ name, relation: z.optional(relation), birthDate, disability, registration }),
  /** Where each of the values comes from, and of which day it is. */
  sources: z.array(z.object({ field: openEnum(PREFILLED_FIELDS), from: openEnum(PREFILL_SOURCES), on: civilDateSchema })),
});
export type KnownMember = z.output<typeof knownMemberSchema>;
export const knownSchema = z.object({
  /** Empty where nothing is known. */
  members: z.array(knownMemberSchema),
  notShown: z.optional(openEnum(['not-verified'])),
});
export type Known = z.output<typeof knownSchema>;

/** What could be filled in for somebody, so that nobody writes twice what is known. */
export const residentKnownApi = {
  knownOfMe: endpoint({
    id: 'knownOfMe',
    method: 'GET',
    path: '/api/me/known',
    summary: '填申请时能替本人填上的：各从哪里来；核过身份才有',
    who: 'account',
    status: 200,
    answer: knownSchema,
  }),
};
