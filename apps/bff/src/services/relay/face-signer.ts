import type { Context } from '../context.ts';
import type { WhoSigns } from '../face-check/use-to-sign.ts';
import { type AskRow, aboutOfAsk } from './row.ts';

/** Whose face stands for this signature: the person's own, or the guardian's who signs for them. */
export function signerOf(ctx: Context, ask: AskRow, lastSix?: string): WhoSigns {
  const { name, guardian } = aboutOfAsk(ctx, ask);
  const role = ask.signer;
  return {
    role,
    // The number on the ask is the person's, not the guardian's.
    numberHash: role === 'self' ? (ask.numberHash ?? undefined) : undefined,
    name: role === 'guardian' ? (guardian ?? '') : name,
    lastSix,
  };
}
