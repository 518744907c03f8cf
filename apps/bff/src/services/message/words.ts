import type { MessageKind } from '@assist/contracts';
import type { MessageParams, WordsOf } from './message-shape.ts';
import { APPLICATION_WORDS } from './words-of-application.ts';
import { AUTHENTICATION_WORDS } from './words-of-authentication.ts';
import { CHANGE_WORDS } from './words-of-change.ts';
import { DECISION_WORDS } from './words-of-decision.ts';
import { HELPERS_WORDS } from './words-of-helpers.ts';
import { MONEY_WORDS } from './words-of-money.ts';
import { REFERRAL_WORDS } from './words-of-referral.ts';

export type { MessageParams } from './message-shape.ts';

/** The closed table of what residents are told: plain, kind, with the clause. */
export const MESSAGE_WORDS: WordsOf<MessageKind> = {
  ...APPLICATION_WORDS,
  ...CHANGE_WORDS,
  ...AUTHENTICATION_WORDS,
  ...DECISION_WORDS,
  ...MONEY_WORDS,
  ...HELPERS_WORDS,
  ...REFERRAL_WORDS,
};

/** The sentence of a message, from what was sealed with it. */
export const messageSentence = (kind: MessageKind, params: MessageParams[MessageKind]): string =>
  (MESSAGE_WORDS[kind].sentence as (params: MessageParams[MessageKind]) => string)(params);
