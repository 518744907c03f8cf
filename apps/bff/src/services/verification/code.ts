import { normaliseCode } from '../../crypto/codes.ts';
import type { Context } from '../context.ts';

export const codeHash = (ctx: Context, code: string): Buffer => ctx.hash.find('verification-code', normaliseCode(code));
/** Where the name on the card is sealed. */
export const codePlace = (hash: Buffer): string => `verification-code.name:${hash.toString('hex')}`;
