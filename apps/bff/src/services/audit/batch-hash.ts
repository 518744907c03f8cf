import { sql } from 'drizzle-orm';
import type { KeyedHash } from '../../crypto/keyed-hash.ts';
import type { Context } from '../context.ts';

/** The transactions whose rows make a batch: from the first to before the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface BatchHash {
  readonly rows: number;
  readonly hash: Buffer;
  /** The same as each key before the newest would have sealed it, the newest of them first. */
  older(): readonly Buffer[];
}

/** Of the batch before the first one. */
export const NOTHING_BEFORE = Buffer.alloc(32);

/**
 * What a batch comes to: a keyed hash over every field of its rows, in one order, and the batch before. Without the key of the processes
 * nobody who can write into the database can make a chain that fits.
 */
export async function batchHash(ctx: Context, span: Span, before: Buffer): Promise<BatchHash> {
  const lines = await ctx.db.execute<{ line: string }>(sql`
    select jsonb_build_array(id, transaction::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor_kind, actor_id, action,
      object_kind, object_id, office_id, result)::text as line
    from audit_log where transaction >= ${span.from}::xid8 and transaction < ${span.to}::xid8 order by transaction, id`);
  const of = (hash: KeyedHash) => chained(hash, before, span, lines);
  return { rows: lines.length, hash: of(ctx.hash), older: () => ctx.hash.older().map(of) };
}

function chained(hash: KeyedHash, before: Buffer, { from, to }: Span, lines: readonly { readonly line: string }[]): Buffer {
  const parts = [before.toString('hex'), `${from} ${to}`, ...lines.map(({ line }) => line)];
  return hash.bytes('audit-batch', Buffer.from(parts.join('\n')));
}
