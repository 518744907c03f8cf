import {
  ABSENCES,
  DISABILITY_CATEGORIES,
  ILLNESSES,
  INCOME_KINDS,
  RELATIONS,
  SCHOOLING,
  SELF_CARE,
  WORK_STATES,
} from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, words } from '../scalars.ts';
import { keptPaperSchema, paperSchema } from './paper.ts';
import { placeSchema } from './place.ts';

export const incomeSchema = z.object({ kind: z.enum(INCOME_KINDS), amount: fenSchema, per: z.enum(['month', 'year']) });

/**
 * One person of the household. Absent is "not said yet"; an empty list is "none".
 * `m1` is always the applicant, whose paper is on the account and not here.
 */
export const memberSchema = z.object({
  id: z.string().check(z.regex(/^m[1-9]\d{0,2}$/)),
  relation: z.enum(RELATIONS),
  name: words(50),
  paper: z.optional(paperSchema),
  /** In place of `paper` where the number lies with the draft at the server: who reads a draft gets this, and whoever saves or sends it gives it back. */
  paperKept: z.optional(keptPaperSchema),
  birthDate: z.optional(civilDateSchema),
  phone: z.optional(z.string().check(z.regex(/^[\d+\- ]{5,20}$/, '电话号码再看一下'))),
  registration: z.optional(placeSchema),
  /** Absent: lives where the household lives. */
  residence: z.optional(placeSchema),
  residencePermit: z.optional(z.boolean()),
  livesTogether: z.optional(z.boolean()),
  absence: z.optional(z.enum(ABSENCES)),
  schooling: z.optional(z.enum(SCHOOLING)),
  disability: z.optional(
    z.union([
      z.literal(false),
      z.object({ category: z.enum(DISABILITY_CATEGORIES), grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
    ]),
  ),
  illness: z.optional(z.enum(ILLNESSES)),
  bedriddenMonths: z.optional(z.number().check(z.int(), z.gte(0), z.lte(1500))),
  work: z.optional(z.enum(WORK_STATES)),
  income: z.optional(z.array(incomeSchema).check(z.maxLength(40))),
  workCosts: z.optional(fenSchema),
  cannotDoAlone: z.optional(z.array(z.enum(SELF_CARE)).check(z.maxLength(6))),
  receives: z.optional(z.array(words(40)).check(z.maxLength(20))),
});
export type MemberForm = z.output<typeof memberSchema>;
