import { randomBytes, randomInt } from 'node:crypto';

/** Neither 0 and O nor 1, I and L: what is read out and typed. */
export const CLEAR_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Random text of letters that nobody confuses. */
export const clearCode = (length: number): string => Array.from({ length }, () => CLEAR_LETTERS[randomInt(CLEAR_LETTERS.length)]).join('');

/** 问题编号 as the design card writes it: `W7K-3Q9`. */
export const problemNumber = (): string => `${clearCode(3)}-${clearCode(3)}`;

/** What a person typed, as we keep it: narrow capitals, without blanks and dashes. */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—]/g, '');

/** 256 random bits for a URL or a header. */
export const secretText = (): string => randomBytes(32).toString('base64url');
