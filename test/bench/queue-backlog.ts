import type { compose } from '@assist/bff/measured';
import { foldCounts, itemPersonPlace } from '@assist/bff/measured';
import type postgres from 'postgres';

type Bench = ReturnType<typeof compose>['context'];

/** What the queue is filled with: items of all live townships. */
export interface Backlog {
  readonly items: number;
  /** The one whose clerks are measured. */
  readonly township: string;
  /** Of its items, those due first, so many can be opened; the rest lies behind them. */
  readonly toOpen: number;
  readonly clerks: readonly string[];
  readonly now: number;
}

/** Rows of one statement: what it holds in memory and on disk for itself stays small. */
const A_PART = 500_000;

/** Every item, and what is kept about them; vacuumed and looked through, so that a run that comes later begins as this one does. */
export async function fillBacklog(sql: postgres.Sql, context: Bench, backlog: Backlog): Promise<void> {
  for (const id of backlog.clerks)
    await sql`insert into staff_accounts (id, issuer, subject, name, role, office_id) values (${id}, 'bench', ${id}, '', 'handler', ${backlog.township})`;
  const own = Math.min(backlog.items, backlog.toOpen);
  for (let from = 0; from < own; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, own - from) }, (_, n) => {
      const id = crypto.randomUUID();
      return {
        id,
        office_id: backlog.township,
        kind: 'signal',
        subject_id: crypto.randomUUID(),
        person_sealed: context.cipher.sealJson(itemPersonPlace(id), { name: '张三', members: 1 }),
        number: `${from + n}`,
        state: 'to-do',
        received_at: new Date(backlog.now),
        step_due: '2026-11-25',
      };
    });
    await sql`insert into work_items ${sql(rows)}`;
  }
  if (own < backlog.items) await fillBehind(sql, backlog, own + 1);
  await settle(sql, context);
}

/** What was taken and ended in a run before is open again, as it was. */
export async function openAgain(sql: postgres.Sql, context: Bench, { township }: Backlog): Promise<void> {
  await sql`
    update work_items set open = true, state = 'to-do', claimed_by = null, claimed_until = null, note_sealed = null
    where office_id = ${township} and (not open or claimed_by is not null)`;
  await settle(sql, context);
}

async function settle(sql: postgres.Sql, context: Bench): Promise<void> {
  // As the worker does every ten seconds.
  await foldCounts(context);
  await sql`vacuum analyze work_items`;
  await sql`vacuum analyze work_item_counts`;
  await sql`checkpoint`;
}

/**
 * Without the triggers, which would take hours for ten million: what they keep is written once at the end. The indexes are made after the rows,
 * each in one go; that of the primary key stays, because others hang on it, and gets its values nearly in order.
 */
async function fillBehind(sql: postgres.Sql, { items, now }: Backlog, first: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '256MB'`;
    const indexes = await tx<{ name: string; made: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
      where indrelid = 'work_items'::regclass and not indisprimary`;
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
    for (let from = first; from <= items; from += A_PART)
      await tx`
        insert into work_items (id, office_id, kind, subject_id, person_sealed, number, state, received_at, step_due)
        select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, o.ids[n % cardinality(o.ids) + 1], 'signal',
          ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, '\\x00', n::text, 'to-do', ${new Date(now)}, ${'2026-11-26'}::date + (n % 200)
        from generate_series(${from}::int, ${Math.min(from + A_PART - 1, items)}::int) n, (select array_agg(id order by id) as ids from offices where live) o`;
    for (const { made } of indexes) await tx.unsafe(made);
    await tx`
      insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n, loose)
      select office_id, kind, open, state, step_due, false, false, count(*), false from work_items
      where person_sealed = '\\x00' group by 1, 2, 3, 4, 5`;
  });
}
