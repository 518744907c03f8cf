import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import { citedSentenceSchema } from './views.ts';

/**
 * How one adult stands in the relay of consents. `to-confirm`: signed on an account or phone that another member used too, or by a helper;
 * it counts for no cross-check before a visit, a call or their face says it was they. `refused`, `unreachable` and `at-counter` are the
 * township's task.
 */
export const RELAY_STATES = ['waiting', 'link-made', 'opened', 'signed', 'to-confirm', 'refused', 'unreachable', 'at-counter'] as const;
export type RelayState = (typeof RELAY_STATES)[number];

/** How it was signed. `helper`: ticked by a helper who sent it in the person's name. */
export const RELAY_WAYS = ['handwriting', 'face', 'witnesses', 'guardian', 'helper'] as const;
export type RelayWay = (typeof RELAY_WAYS)[number];

/** Why a signature waits for confirmation. */
export const CONFIRM_REASONS = ['same-account', 'same-phone', 'helper'] as const;
export type ConfirmReason = (typeof CONFIRM_REASONS)[number];

/** Statements that every adult stands to on their own. */
export const RELAY_STATEMENTS = ['sensitive-data', 'cross-check'] as const;

/** One line written by hand: x and y in turn, in the box of 600 by 200. */
export const strokesSchema = z
  .array(z.array(z.number().check(z.int(), z.gte(0), z.lte(600))).check(z.maxLength(800)))
  .check(z.maxLength(60));

export const signedStatementSchema = z.object({ statement: z.enum(STATEMENT_IDS), version: z.string(), hash: z.string() });
export type SignedStatement = z.output<typeof signedStatementSchema>;

/** One adult on the board. Names are those that the applicant wrote. */
export const relayAskSchema = z.object({
  askId: idSchema,
  memberId: z.string(),
  name: z.string(),
  state: openEnum(RELAY_STATES),
  /** When it came to this state. */
  at: instantSchema,
  way: z.optional(openEnum(RELAY_WAYS)),
  /** Who signs where the person cannot. */
  guardian: z.optional(z.string()),
  /** A link that is still good, and until when. */
  linkUntil: z.optional(instantSchema),
  sentence: citedSentenceSchema,
});
export type RelayAsk = z.output<typeof relayAskSchema>;

export const relayBoardSchema = z.object({
  /** The day of the application, once it was sent; it does not wait for anybody. */
  receivedOn: z.optional(civilDateSchema),
  date: citedSentenceSchema,
  asks: z.array(relayAskSchema),
});
export type RelayBoard = z.output<typeof relayBoardSchema>;

/** What somebody sees who opened a link with the last six of their number. */
export const relayOpenedSchema = z.object({
  /** As the applicant wrote the name. */
  name: z.string(),
  /** Who asks. */
  applicant: z.string(),
  signer: openEnum(['self', 'guardian']),
  guardian: z.optional(z.string()),
  /** Of today's wording; each with its version and hash. Closed: what is to be signed is shown whole, or not at all. */
  statements: z.array(z.enum(STATEMENT_IDS)),
});
export type RelayOpened = z.output<typeof relayOpenedSchema>;

/** What was signed in one's name, with what one may do about it. */
export const relaySignatureSchema = z.object({
  signatureId: idSchema,
  name: z.string(),
  applicant: z.string(),
  at: instantSchema,
  way: openEnum(RELAY_WAYS),
  state: openEnum(['given', 'to-confirm', 'withdrawn', 'not-agreed']),
  statements: z.array(openEnum(STATEMENT_IDS)),
  /** "It was I": from one's own account and phone, of what a helper ticked. */
  mayConfirm: z.boolean(),
  /** "It was I": by one's own face, of what waits to be confirmed. A visit or a call does the same. */
  mayConfirmByFace: z.boolean(),
  mayWithdraw: z.boolean(),
  sentence: citedSentenceSchema,
});
export type RelaySignature = z.output<typeof relaySignatureSchema>;
