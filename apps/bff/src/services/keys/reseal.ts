import { randomUUID } from 'node:crypto';
import { type SealedBy, sealedBy } from '../../crypto/field-cipher.ts';
import type { Client } from '../../db/connect.ts';
import type { Context } from '../context.ts';
import { moveFile, putResealed, rowsNotBy, rowsOfFiles } from './place-rows.ts';
import { GRACE_MS } from './ring.ts';
import { SEALED_PLACES, type SealedColumn, type SealedFiles } from './sealed-places.ts';

const ROWS_AT_ONCE = 200;
const FILES_AT_ONCE = 5;
const PLACES_AT_ONCE = 24;
/** Twice: what was being written while the first pass went by is found by the second. */
const PASSES = 2;
/** Of one turn of the worker, which has other things to do. */
const TURN_MS = 400;

interface Progress {
  readonly place: string;
  readonly after: string[] | null;
}
interface Step {
  readonly resealed: number;
  readonly unreadable: number;
  /** The last row looked at; undefined at the end of a pass. */
  readonly last: readonly string[] | undefined;
}

/**
 * Seals anew what an older key sealed, for a moment. Any number of workers may do it, and be killed: rows, files and how far it came are one
 * transaction each, and what is sealed already is passed over.
 * @returns how many values and files were sealed anew, and whether more is left
 */
export async function resealOld(ctx: Context, forMs: number = TURN_MS): Promise<{ resealed: number; more: boolean }> {
  const key = ctx.keys.all().at(-1);
  // Nothing before every process seals by the newest: what they seal meanwhile would be left behind.
  if (!key || ctx.clock() < key.sealsFrom + GRACE_MS) return { resealed: 0, more: false };
  const by: SealedBy = { form: 2, id: key.id };
  await begin(ctx, key.id);
  const until = performance.now() + forMs;
  for (let resealed = 0; ; ) {
    const step = await nextStep(ctx, by);
    if (step === undefined) return { resealed, more: false };
    resealed += step;
    if (performance.now() >= until) return { resealed, more: true };
  }
}

/** A line for each place, once for each key. */
async function begin(ctx: Context, toKey: string): Promise<void> {
  await ctx.client`
    insert into reseal_progress (place, to_key, changed_at)
    select name, ${toKey}, ${new Date(ctx.clock()).toISOString()} from unnest(${SEALED_PLACES.map(({ name }) => name)}::text[]) as name
    where not exists (select from reseal_progress p where p.place = name and p.to_key = ${toKey})
    on conflict (place) do update set to_key = excluded.to_key, after = null, passes = 0, resealed = 0, unreadable = 0, changed_at = excluded.changed_at`;
}

/** A batch of rows, of as many places as it takes. @returns how many were sealed anew; undefined where nothing is left to look at */
function nextStep(ctx: Context, by: SealedBy): Promise<number | undefined> {
  return ctx.client.begin(async (transaction) => {
    const tx = transaction as unknown as Client;
    const places = await tx<Progress[]>`select place, after from reseal_progress where passes < ${PASSES} order by passes, place
      limit ${PLACES_AT_ONCE} for update skip locked`;
    if (places.length === 0) return undefined;
    // What is only added to may be sealed by another key, and only here.
    await tx`select set_config('assist.resealing', 'on', true)`;
    const at = new Date(ctx.clock()).toISOString();
    const ended: string[] = [];
    let resealed = 0;
    for (const { place, after } of places) {
      const step = await stepAt(ctx, tx, place, by, after);
      resealed += step.resealed;
      // Most places hold nothing old: one statement says so for all of them.
      if (after === null && !step.last && step.resealed + step.unreadable === 0) ended.push(place);
      else
        await tx`update reseal_progress set after = ${step.last ? [...step.last] : null}, passes = passes + ${step.last ? 0 : 1},
          resealed = resealed + ${step.resealed}, unreadable = case when ${after === null} then 0 else unreadable end + ${step.unreadable},
          changed_at = ${at} where place = ${place}`;
      if (step.last || resealed >= ROWS_AT_ONCE) break;
    }
    await tx`update reseal_progress set passes = passes + 1, unreadable = 0, changed_at = ${at} where place = any(${ended})`;
    return resealed;
  }) as Promise<number | undefined>;
}

function stepAt(ctx: Context, tx: Client, place: string, by: SealedBy, after: string[] | null): Promise<Step> {
  const found = SEALED_PLACES.find(({ name }) => name === place);
  if (found?.column) return resealColumn(ctx, tx, found.column, by, after);
  if (found?.files) return resealFiles(ctx, tx, found.files, by, after);
  // A place of an older version: nothing lies there any more.
  return Promise.resolve({ resealed: 0, unreadable: 0, last: undefined });
}

async function resealColumn(ctx: Context, tx: Client, column: SealedColumn, by: SealedBy, after: readonly string[] | null): Promise<Step> {
  const rows = await rowsNotBy(tx, column, by, after, ROWS_AT_ONCE);
  const opened = rows.flatMap((row) => {
    const anew = resealed(ctx, row.place, row.sealed);
    return anew ? [{ ...row, anew }] : [];
  });
  const done = opened.length > 0 ? await putResealed(tx, column, opened) : 0;
  return { resealed: done, unreadable: rows.length - opened.length, last: rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.key };
}

async function resealFiles(ctx: Context, tx: Client, files: SealedFiles, by: SealedBy, after: readonly string[] | null): Promise<Step> {
  const rows = await rowsOfFiles(tx, files, after, FILES_AT_ONCE, true);
  let [done, unreadable] = [0, 0];
  for (const { place, storedAt } of rows) {
    // A file that is not there is told by `reconcileFiles`.
    const sealed = await ctx.files.read(storedAt);
    const head = sealed && sealedBy(sealed);
    if (!sealed || (head?.form === by.form && head.id === by.id)) continue;
    const anew = resealed(ctx, place, sealed);
    if (!anew) {
      unreadable += 1;
      continue;
    }
    // Under a new name, as every file: whoever reads has the old or the new one. The old one has no row then, and is swept away.
    const storedNow = randomUUID();
    await ctx.files.write(storedNow, anew);
    await moveFile(tx, files, storedAt, storedNow);
    done += 1;
  }
  return { resealed: done, unreadable, last: rows.length < FILES_AT_ONCE ? undefined : rows.at(-1)?.key };
}

/** The same content under the key of now; undefined where it cannot be opened: it stays as it is, and is counted. */
function resealed(ctx: Context, place: string, sealed: Buffer): Buffer | undefined {
  try {
    return ctx.cipher.seal(place, ctx.cipher.openBytes(place, sealed));
  } catch {
    return undefined;
  }
}
