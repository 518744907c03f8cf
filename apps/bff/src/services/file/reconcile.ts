import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { auditLog, files, urgentSounds } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { tell } from '../delivery/give-receipt.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { forgetPiece, piecesOfUnfinished } from '../upload/sweep.ts';
import { soundPlace } from '../urgent/sound-store.ts';
import { filePlace } from './receive.ts';

/** Looked at every day for so long: what a disk loses it mostly loses early. */
const LOOKED_AT_MS = 3 * 24 * 3_600_000;
const AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** A file of either kind, as far as it has to be looked at. */
interface Kept {
  readonly id: string;
  readonly storedAt: string;
  readonly bytes: number;
  readonly place: string;
}

/**
 * Opens what was received of late as whoever decides would: what was confirmed to a person is there, and whole. What is not is on record
 * once, and said once to the township's supervisor and to who sent it, so that it is asked for again within days and not noticed after years.
 * @param since from when on; of the last three days if left out
 * @returns ids of files that cannot be opened; of a film that is still being sent, its piece
 */
export async function reconcileFiles(ctx: Context, since = new Date(now(ctx).getTime() - LOOKED_AT_MS)): Promise<string[]> {
  // A key that is not in hand yet would make a whole photo look spoilt, and people would be told so.
  await ctx.keys.load();
  const broken: string[] = [];
  for await (const rows of photosSince(ctx, since)) {
    const whole: string[] = [];
    for (const row of rows) ((await isWhole(ctx, row, photoNow)) ? whole : broken).push(row.id);
    if (whole.length > 0)
      await ctx.db
        .update(files)
        .set({ wholeAt: now(ctx) })
        .where(inArray(files.id, whole));
  }
  for (const id of broken) await tellOnce(ctx, id);
  return [...broken, ...(await reconcileSounds(ctx, since)), ...(await reconcilePieces(ctx))];
}

async function* photosSince(ctx: Context, since: Date): AsyncGenerator<Kept[]> {
  for (let after = FIRST; ; ) {
    const rows = await ctx.db
      .select({ id: files.id, storedAt: files.storedAt, bytes: files.bytes })
      .from(files)
      .where(and(gt(files.receivedAt, since), gt(files.id, after)))
      .orderBy(asc(files.id))
      .limit(AT_ONCE);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ ...row, place: filePlace(row.id) }));
    after = last.id;
  }
}

/** Where a file lies by now: sealed anew meanwhile, it lies under another name. */
type WhereNow = (ctx: Context, id: string) => Promise<{ readonly storedAt: string } | undefined>;
const photoNow: WhereNow = async (ctx, id) => (await ctx.db.select({ storedAt: files.storedAt }).from(files).where(eq(files.id, id)))[0];
const soundNow: WhereNow = async (ctx, id) =>
  (await ctx.db.select({ storedAt: urgentSounds.storedAt }).from(urgentSounds).where(eq(urgentSounds.callId, id)))[0];

/** There, sealed by us for this very place, and of the length that was confirmed; or no more ours to keep, taken away by whoever sent it. */
async function isWhole(ctx: Context, row: Kept, whereNow: WhereNow): Promise<boolean> {
  if (await opens(ctx, row)) return true;
  const now = await whereNow(ctx, row.id);
  return !now || (now.storedAt !== row.storedAt && opens(ctx, { ...row, storedAt: now.storedAt }));
}

async function opens(ctx: Context, { storedAt, bytes, place }: Kept): Promise<boolean> {
  const sealed = await ctx.files.read(storedAt);
  if (!sealed) return false;
  try {
    return ctx.cipher.openBytes(place, sealed).length === bytes;
  } catch {
    return false;
  }
}

/**
 * Pieces of videos that a phone is still sending: one that cannot be opened is said not to be here, before the phone believes that it sent all.
 * @returns `upload:piece` of each
 */
async function reconcilePieces(ctx: Context): Promise<string[]> {
  const broken: string[] = [];
  for (const one of await piecesOfUnfinished(ctx)) {
    if (await opens(ctx, { ...one, id: one.uploadId })) continue;
    // Sent to its end meanwhile, or sealed anew: looked at as what it is now.
    if (!(await forgetPiece(ctx, one))) continue;
    broken.push(`${one.uploadId}:${one.piece}`);
  }
  return broken;
}

async function reconcileSounds(ctx: Context, since: Date): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: urgentSounds.callId, officeId: urgentSounds.officeId, storedAt: urgentSounds.storedAt, bytes: urgentSounds.bytes })
    .from(urgentSounds)
    .where(gt(urgentSounds.receivedAt, since));
  const broken: string[] = [];
  for (const { officeId, ...row } of rows) {
    if (await isWhole(ctx, { ...row, place: soundPlace(row.id) }, soundNow)) {
      await ctx.db
        .update(urgentSounds)
        .set({ wholeAt: now(ctx) })
        .where(eq(urgentSounds.callId, row.id));
      continue;
    }
    broken.push(row.id);
    await inTransaction(ctx, async (tx) => {
      if (await onRecord(tx, row.id, officeId)) await tellSupervisor(tx, row.id, officeId, sql`subject_id = ${row.id}`);
    });
  }
  return broken;
}

/** @returns false where it was on record already */
async function onRecord(tx: Context, id: string, officeId: string | null): Promise<boolean> {
  const [told] = await tx.db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(eq(auditLog.action, 'file-not-whole'), eq(auditLog.objectId, id)));
  if (told) return false;
  await record(tx, { actor: { kind: 'system' }, action: 'file-not-whole', object: ['file', id], ...(officeId && { officeId }) });
  return true;
}

/** At the newest item about what it came with. */
async function tellSupervisor(tx: Context, id: string, officeId: string, about: ReturnType<typeof sql>): Promise<void> {
  const [item] = await tx.db.execute<{ id: string }>(sql`
    select id from work_items where office_id = ${officeId} and ${about} order by open desc, received_at desc limit 1`);
  if (item) await tellSupervisors(tx, { officeId, kind: 'not-whole', subjectId: item.id, source: `not-whole:${id}` });
}

const tellOnce = (ctx: Context, id: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(files).where(eq(files.id, id));
    if (!row || !(await onRecord(tx, id, row.officeId)) || !row.officeId) return;
    const { officeId, applicationId, subjectId } = row;
    await tellSupervisor(
      tx,
      id,
      officeId,
      applicationId
        ? sql`(application_id = ${applicationId} or subject_id in (select r.id from procedure_runs r where r.application_id = ${applicationId}))`
        : sql`subject_id = ${subjectId}`,
    );
    // What was taken at somebody's door is told by whoever goes there again.
    if (row.accountId && row.subjectKind !== 'door')
      await tell(tx, { accountId: row.accountId, officeId, at: row.receivedAt, what: 'photo', id });
  });
