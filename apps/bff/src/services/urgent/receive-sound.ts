import { randomUUID } from 'node:crypto';
import { MOST_SOUND_BYTES, MOST_SOUND_SECONDS, type UrgentView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { urgentSounds } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { callBySecret } from './row.ts';
import { readSound } from './sound.ts';
import { soundPlace } from './sound-store.ts';
import { urgentView } from './view.ts';

/** A phone that stops at sixty stops a little later. */
const A_LITTLE_LATER = 1;

/**
 * The sound of a call that is here: looked at by its bytes, sealed, safe on disk, then answered. One a call; the same again is the same.
 * @throws ServiceProblem `not-found`, `sound-unknown`, `sound-too-long`, `file-too-large`, `content-differs`
 */
export async function receiveUrgentSound(
  ctx: Context,
  callId: string,
  secret: string,
  bytes: Buffer,
): Promise<{ view: UrgentView; fresh: boolean }> {
  const call = await callBySecret(ctx, callId, secret);
  if (bytes.length > MOST_SOUND_BYTES) throw new ServiceProblem('file-too-large');
  const fingerprint = ctx.hash.bytes('urgent-sound', bytes);
  if (await isHere(ctx, callId, fingerprint)) return { view: await urgentView(ctx, call), fresh: false };
  const sound = readSound(bytes);
  if (sound.kind === 'not-a-sound') throw new ServiceProblem('sound-unknown');
  if (sound.seconds > MOST_SOUND_SECONDS + A_LITTLE_LATER) throw new ServiceProblem('sound-too-long');
  const storedAt = randomUUID();
  await ctx.files.write(storedAt, ctx.cipher.seal(soundPlace(callId), bytes));
  const made = await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(urgentSounds)
      .values({
        callId,
        officeId: call.officeId,
        mediaType: sound.mediaType,
        bytes: bytes.length,
        seconds: Math.max(1, Math.round(sound.seconds)),
        fingerprint,
        storedAt,
        receivedAt: now(tx),
      })
      .onConflictDoNothing()
      .returning({ callId: urgentSounds.callId });
    if (row)
      await record(tx, {
        actor: { kind: 'system' },
        action: 'urgent-sound-sent',
        object: ['urgent-call', callId],
        officeId: call.officeId,
      });
    return row;
  }).catch(async (error: unknown) => {
    await ctx.files.remove(storedAt).catch(() => undefined);
    throw error;
  });
  if (made) return { view: await urgentView(ctx, call), fresh: true };
  await ctx.files.remove(storedAt);
  await isHere(ctx, callId, fingerprint);
  return { view: await urgentView(ctx, call), fresh: false };
}

/** @throws ServiceProblem `content-differs` for another sound than the one that is here */
async function isHere(ctx: Context, callId: string, fingerprint: Buffer): Promise<boolean> {
  const [row] = await ctx.db.select({ fingerprint: urgentSounds.fingerprint }).from(urgentSounds).where(eq(urgentSounds.callId, callId));
  if (row && !row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row !== undefined;
}
