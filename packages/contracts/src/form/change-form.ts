import { LIFE_EVENT_IDS as IDS, SPENDING_KINDS, VEHICLE_KINDS } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, idSchema, words } from '../scalars.ts';
import { EVIDENCE_KINDS } from './application-form.ts';
import { incomeSchema, memberSchema } from './member.ts';
import { paperSchema } from './paper.ts';
import { placeSchema } from './place.ts';

export const CHANGE_FORM_VERSION = 1;
/** Ids alone: the events with their rules would land in the first package that every phone loads. */
export const LIFE_EVENT_IDS = [...IDS] as [string, ...string[]];

/** Who tells it: the person, somebody of the family, an assistant of the village, or a clerk writing it down at the counter. */
export const REPORTERS = ['self', 'family', 'helper', 'counter'] as const;
export type Reporter = (typeof REPORTERS)[number];

const newcomerSchema = z.extend(z.omit(memberSchema, { id: true }), { id: z.string().check(z.regex(/^n[1-9]\d?$/)) });

/** What changed about a member; a field that is absent did not change. */
const memberChangesSchema = z.partial(
  z.pick(memberSchema, { disability: true, illness: true, schooling: true, work: true, livesTogether: true, bedriddenMonths: true }),
);

const changedAssetsSchema = z.object({
  financial: z.optional(fenSchema),
  vehicles: z.optional(
    z
      .array(z.object({ kind: z.enum(VEHICLE_KINDS), presentValue: z.optional(fenSchema), valueEvidence: z.optional(z.boolean()) }))
      .check(z.maxLength(30)),
  ),
  dwellings: z.optional(
    z.array(z.object({ squareMetres: z.optional(z.number()), dangerous: z.optional(z.boolean()) })).check(z.maxLength(30)),
  ),
  businesses: z.optional(z.number().check(z.int(), z.gte(0), z.lte(100))),
});

/** One thing that changed. Nothing but the event is required: a missing answer never keeps a report from being sent. */
export const changedSchema = z.object({
  event: z.enum(LIFE_EVENT_IDS),
  happenedOn: z.optional(civilDateSchema),
  /** Nobody knows the day exactly: the month then stands in `happenedOn` with day 1. */
  aboutThen: z.optional(z.boolean()),
  /** Member of the case (`m1` …), or a name where the household is not in the register. */
  member: z.optional(z.string().check(z.maxLength(8))),
  memberName: z.optional(words(50)),
  joins: z.optional(newcomerSchema),
  income: z.optional(z.array(incomeSchema).check(z.maxLength(40))),
  /** What work costs that member a month: the fare, insurance paid oneself. */
  workCosts: z.optional(fenSchema),
  changes: z.optional(memberChangesSchema),
  assets: z.optional(changedAssetsSchema),
  spending: z.optional(z.object({ kind: z.enum(SPENDING_KINDS), amount: fenSchema, member: z.optional(z.string()) })),
  /** New address, for an address that changed. */
  place: z.optional(placeSchema),
  words: z.optional(words(500)),
});
export type Changed = z.output<typeof changedSchema>;

/** A change notice (变化报告). Empty `changed` with `nothingChanged` is "都没变". */
export const changeFormSchema = z
  .object({
    formVersion: z.literal(CHANGE_FORM_VERSION),
    /** The case in the register; absent where it was not found there, then `person` and `residence` say whom and where. */
    caseId: z.optional(idSchema),
    person: z.optional(z.object({ name: words(50).check(z.minLength(1, '是谁家？写个名字')), paper: z.optional(paperSchema) })),
    residence: z.optional(placeSchema),
    /** What the person says they receive, where no case was found. */
    receives: z.optional(words(100)),
    reporter: z.object({
      as: z.enum(REPORTERS),
      relation: z.optional(words(20)),
      name: z.optional(words(50)),
      phone: z.optional(words(20)),
    }),
    changed: z.array(changedSchema).check(z.maxLength(20)),
    nothingChanged: z.optional(z.literal(true)),
    /** Why it is told only now; asked kindly, never required. */
    lateReason: z.optional(words(300)),
    story: z.optional(words(2000)),
    photos: z.array(z.object({ fileId: idSchema, about: z.enum(EVIDENCE_KINDS), memberId: z.optional(z.string()) })).check(z.maxLength(60)),
    /** Declared instead of a paper (告知承诺). */
    declared: z.optional(z.array(z.object({ about: z.enum(EVIDENCE_KINDS), words: words(300) })).check(z.maxLength(10))),
    /** "Check me for the next benefit too, without new papers" (YMF12-20c): one tap, freely. */
    passOn: z.optional(z.boolean()),
  })
  .check(
    z.refine((form) => (form.nothingChanged ? form.changed.length === 0 : form.changed.length > 0), {
      path: ['changed'],
      error: '选一样变了的，或者点“都没变”',
    }),
    z.refine((form) => form.caseId !== undefined || form.person !== undefined, { path: ['person'], error: '是谁家的事？' }),
  );
export type ChangeForm = z.output<typeof changeFormSchema>;
