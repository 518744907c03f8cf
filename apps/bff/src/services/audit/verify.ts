import { asc, gt, sql } from 'drizzle-orm';
import { auditSeals } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { batchHash, NOTHING_BEFORE } from './batch-hash.ts';
import type { AuditHead } from './heads.ts';

export interface AuditFound {
  readonly batches: number;
  readonly rows: number;
  /** Rows that no batch holds yet. */
  readonly unsealed: number;
  /** One line each, with the number of the batch and nothing of a person; none where all fits. */
  readonly wrong: readonly string[];
}

const SOME = 500;

/** Works the whole chain out anew and lays it beside what stands outside the database. */
export async function verifyAudit(ctx: Context): Promise<AuditFound> {
  // With the first key alone what a later one has sealed would look as if somebody had written it anew.
  await ctx.keys.load();
  const outside = headsByBatch(await ctx.auditHeads.read());
  const wrong: string[] = [...outside.wrong];
  let before: { batch: number; hash: Buffer; to: string } = { batch: 0, hash: NOTHING_BEFORE, to: '0' };
  let rows = 0;
  let newest = Number.POSITIVE_INFINITY;
  for (;;) {
    const seals = await ctx.db
      .select()
      .from(auditSeals)
      .where(gt(auditSeals.batch, before.batch))
      .orderBy(asc(auditSeals.batch))
      .limit(SOME);
    if (seals.length === 0) break;
    for (const seal of seals) {
      const { batch } = seal;
      if (batch !== before.batch + 1) wrong.push(`batch ${before.batch + 1} is missing`);
      else if (seal.fromTransaction !== before.to) wrong.push(`batch ${batch} does not begin where the one before ends`);
      const again = await batchHash(ctx, { from: seal.fromTransaction, to: seal.toTransaction }, before.hash);
      if (again.rows !== seal.rows) wrong.push(`batch ${batch} was sealed with ${seal.rows} rows and has ${again.rows}`);
      else {
        // What a later key has sealed once is never sealed by an earlier one again.
        const keysAgo = [again.hash, ...again.older()].findIndex((hash) => hash.equals(seal.hash));
        if (keysAgo < 0) wrong.push(`batch ${batch} is not what was sealed`);
        else if (keysAgo > newest) wrong.push(`batch ${batch} was sealed by a key that had been replaced`);
        else newest = keysAgo;
      }
      const head = outside.heads.get(batch);
      if (head && head.hash !== seal.hash.toString('hex')) wrong.push(`batch ${batch} is another one than its head outside the database`);
      if (!head && batch <= outside.newest) wrong.push(`batch ${batch} has no head outside the database`);
      rows += seal.rows;
      before = { batch, hash: seal.hash, to: seal.toTransaction };
    }
  }
  if (outside.newest > before.batch) wrong.push(`batches ${before.batch + 1} to ${outside.newest} were sealed and are gone`);
  const [left] = await ctx.db.execute<{ n: string }>(sql`select count(*) as n from audit_log where transaction >= ${before.to}::xid8`);
  return { batches: before.batch, rows, unsealed: Number(left?.n ?? 0), wrong };
}

function headsByBatch(all: readonly AuditHead[]): { heads: Map<number, AuditHead>; newest: number; wrong: string[] } {
  const heads = new Map<number, AuditHead>();
  const wrong: string[] = [];
  for (const head of all) {
    const other = heads.get(head.batch);
    if (other && other.hash !== head.hash) wrong.push(`batch ${head.batch} has two heads outside the database`);
    heads.set(head.batch, head);
  }
  return { heads, newest: Math.max(0, ...heads.keys()), wrong };
}
