import type { Client } from '../db/connect.ts';

/** How the database of packages/local-postgres names itself. */
const EMBEDDED_CLUSTER = 'assist-embedded';

/** A yes to a resident means that it is on disk; `synchronous_commit` may be stricter than on, not off. */
const MUST_BE_ON = ['fsync', 'synchronous_commit', 'full_page_writes'];

/** What a production process finds in its database and must not work with. Empty: it may start. */
export async function notForProduction(client: Client): Promise<string[]> {
  const [row] = await client<{ offices: boolean; staff: boolean; cluster: string; careless: string[] }[]>`
    select exists (select from offices where sample) as offices, exists (select from staff_accounts where sample) as staff,
      current_setting('cluster_name') as cluster,
      array(select name from unnest(${MUST_BE_ON}::text[]) as name where current_setting(name) = 'off') as careless`;
  return [
    ...(row?.offices ? ['the database holds sample offices'] : []),
    ...(row?.staff ? ['the database holds sample accounts'] : []),
    ...(row?.careless ?? []).map((name) => `Postgres has ${name} off: what is answered with yes may be lost`),
    ...(row?.cluster === EMBEDDED_CLUSTER ? ['DATABASE_URL is the database that comes with the packages'] : []),
  ];
}
