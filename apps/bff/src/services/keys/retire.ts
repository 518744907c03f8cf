import type { Client } from '../../db/connect.ts';
import type { Context } from '../context.ts';
import { GRACE_MS } from './ring.ts';
import { type KeyUsage, keyUsage } from './usage.ts';

/** A request may have begun with the older key and seal only now; no request takes longer. */
const LONGEST_REQUEST_MS = 10 * 60_000;

export type Retired =
  | { readonly kind: 'retired' }
  | { readonly kind: 'unknown' }
  /** It seals still, or sealed until a moment ago. @param until when to come again */
  | { readonly kind: 'too-new'; readonly until: number | undefined }
  | { readonly kind: 'in-use'; readonly usage: KeyUsage };

/**
 * Removes a data key for good, once nothing at all is sealed by it and nobody can be about to.
 * @param owner a connection of whoever owns the tables: the processes' role may not
 */
export async function retireKey(ctx: Context, owner: Client, id: string): Promise<Retired> {
  await ctx.keys.load();
  const all = ctx.keys.all();
  const nth = all.findIndex((one) => one.id === id);
  if (nth < 0) return { kind: 'unknown' };
  const next = all[nth + 1];
  const until = next && next.sealsFrom + GRACE_MS + LONGEST_REQUEST_MS;
  if (until === undefined || ctx.clock() < until) return { kind: 'too-new', until };
  const usage = (await keyUsage(ctx)).find((one) => one.kind === 'data' && one.id === id);
  if (usage) return { kind: 'in-use', usage };
  await owner`delete from data_keys where id = ${id}`;
  await ctx.keys.load();
  return { kind: 'retired' };
}

/** Shuts every data key by the newest key-encryption key, and changes nothing that they sealed. @returns how many were shut anew */
export async function rewrapKeys(ctx: Context, owner: Client): Promise<number> {
  const { encryption } = ctx.keys;
  const rows = await owner<{ id: string; suite: 'aes-256-gcm' | 'sm4-ctr-hmac-sm3'; wrappedBy: string; wrapped: Buffer }[]>`
    select id, suite, wrapped_by as "wrappedBy", wrapped from data_keys where wrapped_by <> ${encryption.current}`;
  for (const row of rows) {
    const { wrappedBy, wrapped } = await encryption.wrap(row.id, row.suite, await encryption.unwrap(row));
    // Opened once more before the old one goes: a key that cannot be opened is everything it sealed.
    await encryption.unwrap({ ...row, wrappedBy, wrapped });
    await owner`update data_keys set wrapped_by = ${wrappedBy}, wrapped = ${wrapped} where id = ${row.id} and wrapped = ${row.wrapped}`;
  }
  await ctx.keys.load();
  return rows.length;
}
