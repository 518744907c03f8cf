import * as z from 'zod/mini';
import { changedSchema, LIFE_EVENT_IDS } from '../form/change-form.ts';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, sha256Schema, words } from '../scalars.ts';
import { citedSentenceSchema, officeSchema } from './views.ts';

/** What only the person themselves may change: no helper carries a number of a phone or an account. */
export const NOT_BY_HELPER: readonly string[] = ['phone', 'bank-account'];
export const DOOR_EVENTS: readonly string[] = LIFE_EVENT_IDS.filter((id) => !NOT_BY_HELPER.includes(id));

/** So many digits in a row are a number of a phone, a card or a person. */
const LONG_NUMBER = /\d[\d\s-]{6,}\d/;
export const hasLongNumber = (text: string): boolean => LONG_NUMBER.test(text);
const noNumber = (max: number) =>
  words(max).check(z.refine((text: string) => !hasLongNumber(text), '号码不写在这里：电话、银行卡、证件号只有本人能换能写'));

/** Help that somebody wishes for, in their own kind of words; who gives it is for the township to find out. */
export const WISH_NAMES = {
  medical: '看病花钱多',
  education: '孩子上学',
  housing: '房子不安全',
  employment: '想找活干',
  disaster: '遭了灾',
  disability: '残疾人的帮助',
  care: '要人照料',
  'fee-relief': '水电气费',
  other: '别的事',
} as const;
export type WishId = keyof typeof WISH_NAMES;
export const WISH_IDS = Object.keys(WISH_NAMES) as [WishId, ...WishId[]];

/** An assistant's sign-in at the desk, tied to the phone in her hand: a row with an end. */
export const roundTieSchema = z.object({
  tieId: idSchema,
  staffName: z.string(),
  office: officeSchema,
  villages: z.array(z.string()),
  tiedAt: instantSchema,
  until: instantSchema,
});
export type RoundTie = z.output<typeof roundTieSchema>;

export const ROUND_REASONS = ['visit', 'authentication', 'change', 'review'] as const;

/** One household of the round, with no more than is needed at its door. */
export const roundHouseholdSchema = z.object({
  caseId: idSchema,
  name: z.string(),
  village: z.string(),
  members: z.array(z.object({ memberId: z.string(), name: z.string(), due: z.optional(civilDateSchema) })),
  why: z.array(openEnum(ROUND_REASONS)),
  /** A visit that was asked for or arranged, with what the person asked the visitor to know. */
  visit: z.optional(
    z.object({
      visitId: idSchema,
      day: z.optional(civilDateSchema),
      half: z.optional(openEnum(['morning', 'afternoon'])),
      address: z.optional(z.string()),
      phone: z.optional(z.string()),
      note: z.optional(z.string()),
      /** The visitor shows it; it is the same on the person's own phone. */
      code: z.optional(z.string()),
    }),
  ),
  /** Titles of what was told and is to be looked at. */
  told: z.array(z.string()),
});
export type RoundHousehold = z.output<typeof roundHouseholdSchema>;

export const roundSchema = z.object({
  tie: roundTieSchema,
  day: civilDateSchema,
  households: z.array(roundHouseholdSchema),
});
export type Round = z.output<typeof roundSchema>;

const name = words(30).check(z.minLength(1, '写个名字'));

/** All that happened at one door, sent as one: taken in wholly or not at all, and once. */
export const doorSchema = z
  .object({
    /** A household of the round; without it, somebody who wants to apply. */
    caseId: z.optional(idSchema),
    visitId: z.optional(idSchema),
    on: civilDateSchema,
    /** Who went along; the assistant's own name is added from her sign-in. */
    beside: z.array(name).check(z.minLength(1, '入户要两个人，写上第二个人的名字'), z.maxLength(3)),
    /** Of the household, who was there and heard it read out; absent where nobody was at home. */
    present: z.optional(name),
    /** Members who were seen. */
    met: z.array(z.string().check(z.maxLength(8))).check(z.maxLength(20)),
    change: z.optional(
      z.object({
        changeId: idSchema,
        changed: z.array(changedSchema).check(z.maxLength(5)),
        nothingChanged: z.optional(z.literal(true)),
      }),
    ),
    /** Somebody who wants to apply: the township comes back to them. */
    apply: z.optional(z.object({ name, where: noNumber(100), words: noNumber(300) })),
    wishes: z.array(z.enum(WISH_IDS)).check(z.maxLength(9)),
    note: noNumber(500),
    /** With the hash that the phone reckoned, where it could still read the photo. */
    photos: z.array(z.object({ fileId: idSchema, sha256: z.optional(sha256Schema) })).check(z.maxLength(12)),
  })
  .check(
    z.refine((door) => door.present !== undefined || door.met.length === 0, { path: ['present'], error: '家里谁在？写个名字' }),
    z.refine((door) => door.caseId !== undefined || door.apply !== undefined, { path: ['caseId'], error: '是哪一家？' }),
    z.refine((door) => door.caseId !== undefined || (door.met.length === 0 && !door.change && !door.visitId), {
      path: ['caseId'],
      error: '是哪一家？',
    }),
    z.refine((door) => !door.change?.changed.some((one) => NOT_BY_HELPER.includes(one.event)), {
      path: ['change'],
      error: '换电话、换银行卡只有本人能办，请教本人在自己手机上，或到窗口',
    }),
    z.refine((door) => !door.change?.changed.some((one) => hasLongNumber(one.words ?? '')), {
      path: ['change'],
      error: '号码不写在这里：电话、银行卡、证件号只有本人能换能写',
    }),
  );
export type Door = z.output<typeof doorSchema>;

export const doorReceiptSchema = z.object({
  doorId: idSchema,
  number: z.string(),
  at: instantSchema,
  /** Members whose meeting counted. */
  counted: z.array(z.string()),
  changeNumber: z.optional(z.string()),
  photos: z.number(),
});
export type DoorReceipt = z.output<typeof doorReceiptSchema>;

/** What an assistant did in somebody's name, as that household sees it. */
export const doorForHouseholdSchema = z.object({
  doorId: idSchema,
  number: z.string(),
  on: civilDateSchema,
  at: instantSchema,
  office: officeSchema,
  visitors: z.array(z.string()),
  present: z.optional(z.string()),
  /** One line for each thing that was done. */
  lines: z.array(z.string()),
  sentence: citedSentenceSchema,
  /** Said "我没同意", with the words. */
  notAgreed: z.optional(z.object({ at: instantSchema, words: z.string() })),
  answer: z.optional(z.object({ at: instantSchema, words: z.string() })),
});
export type DoorForHousehold = z.output<typeof doorForHouseholdSchema>;
