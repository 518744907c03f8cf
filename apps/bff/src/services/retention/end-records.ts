import type { Client } from '../../db/connect.ts';
import type { AuditAction } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { KEPT, type Kept } from './kept.ts';

const AT_ONCE = 500;
const DAY_MS = 24 * 3_600_000;
const ACTION: AuditAction = 'records-ended';

/**
 * Ends what was kept its time, as the role that may end just that (migrations/0141-retention.sql). A kill loses nothing: each batch and the
 * row that says so are one transaction. @returns how many rows of each kind
 */
export async function endRecords(ctx: Context): Promise<Record<string, number>> {
  const ended: Record<string, number> = {};
  for (const kept of KEPT) {
    for (let more = true; more; ) {
      const many = await endSome(ctx, kept);
      if (many > 0) ended[kept.id] = (ended[kept.id] ?? 0) + many;
      more = many === AT_ONCE;
    }
  }
  return ended;
}

function endSome(ctx: Context, { id, end }: Kept): Promise<number> {
  if (!end) return Promise.resolve(0);
  const { table, past, empty } = end;
  const before = new Date(ctx.clock() - past.days * DAY_MS).toISOString();
  const left = empty ? `and (${empty.map((column) => `${column} is not null`).join(' or ')})` : '';
  const old =
    past.column === 'closed_at'
      ? `exists (select from accounts a where a.id = account_id and a.closed_at < $1::timestamptz)`
      : `${past.column} < $1::timestamptz`;
  // By a column it may read: of what is emptied it sees few.
  const row = empty ? 'id' : 'ctid';
  const some = `${row} = any (array(select ${row} from ${table} where ${old} ${left} limit ${AT_ONCE}))`;
  return ctx.retention.begin(async (transaction) => {
    const tx = transaction as unknown as Client;
    const what = empty ? `update ${table} set ${empty.map((column) => `${column} = null`).join(', ')}` : `delete from ${table}`;
    const { count } = await tx.unsafe(`${what} where ${some}`, [before]);
    if (count > 0)
      await tx`insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, result)
        values (${new Date(ctx.clock()).toISOString()}, 'system', 'worker', ${ACTION}, 'retention', ${id}, ${String(count)})`;
    return count;
  }) as Promise<number>;
}
