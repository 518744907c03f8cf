import * as z from 'zod/mini';
import { placeSchema } from '../form/place.ts';
import { otherKind } from '../open-enum.ts';
import { divisionCodeSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citedSentenceSchema, officeSchema } from './views.ts';

const placeOptionSchema = z.object({ code: divisionCodeSchema, name: z.string(), live: z.boolean() });
export type PlaceOption = z.output<typeof placeOptionSchema>;

/** Just what routing may know: no names. */
export const routingQuestionSchema = z.object({
  members: z
    .array(
      z.object({
        id: z.string(),
        registration: z.optional(placeSchema),
        residence: z.optional(placeSchema),
        residencePermit: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(1), z.maxLength(200)),
  emergencyPlace: z.optional(placeSchema),
});
export type RoutingQuestion = z.output<typeof routingQuestionSchema>;
/** `live`: it can be sent here. `not-live`: the right place is not on this system; nothing is accepted for it. `ask`: places are missing. `choice`: the person may choose. */
export const routingAnswerSchema = z.union([
  z.object({ kind: z.literal('live'), office: officeSchema, reason: citedSentenceSchema }),
  z.object({ kind: z.literal('not-live'), office: z.optional(officeSchema), placeName: z.string(), reason: citedSentenceSchema }),
  z.object({ kind: z.literal('choice'), offices: z.array(officeSchema), reason: citedSentenceSchema }),
  z.object({ kind: z.literal('ask'), missing: z.array(z.string()), reason: citedSentenceSchema }),
  z.object({ kind: otherKind(['live', 'not-live', 'choice', 'ask']), reason: citedSentenceSchema }),
]);
export type RoutingAnswer = z.output<typeof routingAnswerSchema>;

/** Places, and which office an application belongs to. */
export const residentPlaceApi = {
  districts: endpoint({
    id: 'districts',
    method: 'GET',
    path: '/api/places/districts',
    summary: '区县',
    who: 'anyone',
    status: 200,
    answer: z.array(placeOptionSchema),
  }),
  townships: endpoint({
    id: 'townships',
    method: 'GET',
    path: '/api/places/districts/{district}/townships',
    summary: '镇街',
    who: 'anyone',
    status: 200,
    params: z.object({ district: z.string().check(z.regex(/^\d{6}$/)) }),
    answer: z.array(placeOptionSchema),
  }),
  routing: endpoint({
    id: 'routing',
    method: 'POST',
    path: '/api/routing',
    summary: '去哪儿申请',
    who: 'anyone',
    status: 200,
    body: routingQuestionSchema,
    answer: routingAnswerSchema,
  }),
} as const;
