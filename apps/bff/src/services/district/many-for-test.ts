import type { Sql } from 'postgres';
import { tablesOf, WHOLE } from './tables.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  /** By itself, or with others of which none is a uuid. */
  readonly unique: boolean;
}

/**
 * What lies in every table once more, so many times, each time of somebody else: every id and every keyed hash becomes another one, the same
 * everywhere, so that rows that belong together still do. Townships and colleagues stay who they are, unless all of it goes elsewhere.
 * @param officeId of the township where it all lies
 */
export async function manyTimes(sql: Sql, times: number, officeId?: string): Promise<void> {
  const tables = (await tablesOf(sql)).map(({ name }) => name).filter((name) => !(name in WHOLE) && !name.startsWith('staff_'));
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of tables) {
      const columns = await tx<Column[]>`
        select a.attname as name, format_type(a.atttypid, null) as type, exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
            and a.attnum = any (i.indkey) and not exists (select from pg_attribute u where u.attrelid = a.attrelid and u.attnum = any (i.indkey)
              and u.atttypid = 'uuid'::regtype)) as unique
        from pg_attribute a where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
          and not (a.attrelid = 'audit_log'::regclass and a.attname = 'transaction') order by a.attnum`;
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      await tx.unsafe(
        `insert into "${table}" (${names}) select ${columns.map((one) => another(one, officeId)).join(', ')} from "${table}" t, generate_series(1, ${times}) k on conflict do nothing`,
      );
    }
  });
  await sql.unsafe('analyze');
}

function another({ name, type, unique }: Column, officeId: string | undefined): string {
  if (officeId && /(^|_)office_id$/.test(name)) return `'${officeId}'`;
  if (officeId && name === 'staff_id') return "'staff-' || k";
  if (officeId && name === 'district') return `'${officeId.slice(0, 6)}'`;
  const own = `t."${name}"`;
  if (type === 'uuid') return `md5(${own}::text || k)::uuid`;
  if (type === 'bytea' && (unique || name.endsWith('hash'))) return `sha256(${own} || convert_to(k::text, 'UTF8'))`;
  if (type !== 'text' || /office_id|district|staff/.test(name)) return own;
  const id = `case when ${own} ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then md5(${own} || k)::uuid::text else`;
  return `${id} ${unique && !/kind|state|statement|version|channel|role|name/.test(name) ? `${own} || '-' || k` : own} end`;
}
