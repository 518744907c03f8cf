import type { UrgentRow } from '@assist/contracts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { urgentCalls, urgentSounds } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import type { Photo } from '../file/read.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { urgentRows } from './row-view.ts';
import { callsSeenBy } from './seen-by-staff.ts';
import { soundPlace } from './sound-store.ts';

const MOST = 100;

/** Calls without an end that somebody sees; whose hour ends first, first. */
export async function listUrgentCalls(ctx: Context, staff: Staff): Promise<{ items: UrgentRow[]; now: string }> {
  const rows = await ctx.db
    .select()
    .from(urgentCalls)
    .where(and(callsSeenBy(ctx, staff), isNull(urgentCalls.endedAt)))
    .orderBy(asc(urgentCalls.callBackBy), asc(urgentCalls.id))
    .limit(MOST);
  return { items: await urgentRows(ctx, rows), now: instantText(ctx.clock()) };
}

export interface SoundBytes {
  readonly mediaType: string;
  readonly bytes: Photo['bytes'];
}

/** The sound of a call; every listening is on record. @throws ServiceProblem `not-found` */
export async function readUrgentSound(ctx: Context, staff: Staff, callId: string): Promise<SoundBytes> {
  const [row] = await ctx.db
    .select({ sound: urgentSounds, officeId: urgentCalls.officeId })
    .from(urgentSounds)
    .innerJoin(urgentCalls, eq(urgentCalls.id, urgentSounds.callId))
    .where(and(eq(urgentCalls.id, callId), callsSeenBy(ctx, staff)));
  if (!row) throw new ServiceProblem('not-found');
  const sealed = await ctx.files.read(row.sound.storedAt);
  if (!sealed) throw new Error('a sound with a row has no bytes');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'urgent-heard',
    object: ['urgent-call', callId],
    officeId: row.officeId,
  });
  return { mediaType: row.sound.mediaType, bytes: ctx.cipher.openBytes(soundPlace(callId), sealed) };
}
