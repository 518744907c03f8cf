import type { Client } from './connect.ts';

const HEAD = '-- Machine-written by `pnpm --filter @assist/bff print-schema` from the catalogue of a migrated database. Do not edit.\n';

/** The schema as the database itself has it, in a fixed order: a migration shows in the diff. */
export async function printSchema(client: Client): Promise<string> {
  const tables = await client<
    {
      name: string;
      persistence: string;
      columns: string[];
      constraints: string[] | null;
      indexes: string[] | null;
      triggers: string[] | null;
      policies: string[] | null;
    }[]
  >`
    select c.relname as name, c.relpersistence::text as persistence,
      (select array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' generated always as identity'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select array_agg('constraint ' || conname || ' ' || pg_get_constraintdef(oid) order by conname) from pg_constraint
        where conrelid = c.oid and contype <> 'n') as constraints,
      (select array_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text) from pg_index i
        where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
      (select array_agg(pg_get_triggerdef(t.oid) order by tgname) from pg_trigger t where tgrelid = c.oid and not tgisinternal) as triggers,
      case when c.relrowsecurity then (select array_agg('policy ' || p.polname || case when p.polpermissive then '' else ' restrictive' end
          || case p.polcmd when '*' then '' else ' for ' || p.polcmd::text end
          || coalesce(' using ' || pg_get_expr(p.polqual, c.oid), '') || coalesce(' with check ' || pg_get_expr(p.polwithcheck, c.oid), '')
          order by p.polname) || array['row security' || case when c.relforcerowsecurity then ', forced' else '' end]
        from pg_policy p where p.polrelid = c.oid) end as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`;
  const functions = await client<{ text: string }[]>`
    select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`;
  const printed = tables.map((table) => {
    const lines = [...table.columns, ...(table.constraints ?? [])].map((line) => `  ${line}`).join(',\n');
    const kind = table.persistence === 'u' ? 'create unlogged table' : 'create table';
    const after = [...(table.indexes ?? []), ...(table.triggers ?? []), ...(table.policies ?? [])].map((line) => `${line};\n`).join('');
    return `${kind} ${table.name} (\n${lines}\n);\n${after}`;
  });
  return [HEAD, ...printed, ...functions.map(({ text }) => `${text.trim()};\n`)].join('\n');
}
