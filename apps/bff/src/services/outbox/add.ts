import { outbox } from '../../db/schema.ts';
import { carried } from '../../traces/span.ts';
import { type Context, now } from '../context.ts';

/**
 * `find-identity-conflict` looks for a number that two accounts wrote; `tell-resident` tells what happened to an application;
 * `relay-sent` joins what was signed before sending to an application; `write-register-import` writes the next part of a register that was confirmed.
 */
export type OutboxKind =
  | 'find-identity-conflict'
  | 'tell-resident'
  | 'write-register-import'
  | 'change-told'
  | 'send-contact-code'
  | 'tell-paid'
  | 'ask-for-accounts'
  | 'relay-sent'
  | 'share-answered'
  | 'write-archive';

/** Adds work for later in the caller's transaction. The payload holds ids only. */
export async function addToOutbox(ctx: Context, kind: OutboxKind, payload: Record<string, string>): Promise<void> {
  await ctx.db.insert(outbox).values({ kind, payload, createdAt: now(ctx), runAt: now(ctx), traceParent: carried() });
}
