import { randomInt } from 'node:crypto';
import { clearCode } from '../../crypto/codes.ts';
import type { Context } from '../context.ts';
import { SECRET_WORDS } from './secret-words.ts';

const NUMBER_LENGTH = 8;
const WORDS = 4;

export interface Given {
  /** To speak of it, and to look back with. */
  readonly number: string;
  readonly secret: string;
  readonly hash: Buffer;
}

/** A number and secret words for who speaks up. The words are kept as a keyed hash, and sealed for who sends the same again. */
export function giveSecret(ctx: Context): Given {
  const number = clearCode(NUMBER_LENGTH);
  const secret = Array.from({ length: WORDS }, () => SECRET_WORDS[randomInt(SECRET_WORDS.length)]).join('');
  return { number, secret, hash: secretHash(ctx, number, secret) };
}

/** Keyed hash of a number with its words, however somebody put blanks between them. @param number as `normaliseCode` leaves it */
export const secretHash = (ctx: Context, number: string, secret: string): Buffer =>
  ctx.hash.find('posting-objection-secret', `${number}:${secret.replace(/[\s　、，,]/g, '')}`);
