import type { Client } from '../db/connect.ts';

/** How the database of packages/local-postgres names itself. */
const EMBEDDED_CLUSTER = 'assist-embedded';

/** What a production process finds in its database and must not work with. Empty: it may start. */
export async function notForProduction(client: Client): Promise<string[]> {
  const [row] = await client<{ offices: boolean; staff: boolean; cluster: string }[]>`
    select exists (select from offices where sample) as offices, exists (select from staff_accounts where sample) as staff,
      current_setting('cluster_name') as cluster`;
  return [
    ...(row?.offices ? ['the database holds sample offices'] : []),
    ...(row?.staff ? ['the database holds sample accounts'] : []),
    ...(row?.cluster === EMBEDDED_CLUSTER ? ['DATABASE_URL is the database that comes with the packages'] : []),
  ];
}
