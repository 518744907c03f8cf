import type { StaffRole } from '@assist/contracts';
import { compose } from '../compose.ts';
import { connect } from '../db/connect.ts';
import { manyTimes } from '../services/district/many-for-test.ts';
import { bffForTest } from '../test/bff-for-test.ts';
import { resident, YANGJIAPING, ZHONGSHANLU } from '../test/people.ts';
import { rowInEveryTable } from '../test/row-in-every-table-for-test.ts';
import type { AnyEndpoint } from './every-endpoint-for-test.ts';
import { kindFor, requestOf, THERE } from './request-for-test.ts';
import { residentApp } from './resident-app.ts';
import { staffApp } from './staff-app.ts';

/** Of everything, in a township far away. */
const MANY = 400;
const POOL = 2;
const CLERK = 'sample-yangfan';
/** The same for every household: neither grows with them. */
const OF_THE_CITY = ['offices', 'office_areas'];

/**
 * A database in which everything lies once for one resident and one township, and four hundred times for others; and both applications on it.
 * Whoever reads hundreds of rows of a table to answer would read millions of them in the city, whatever the plan: reading tables whole is
 * switched off, so that what is read whole all the same has no index to be looked into, or none that row security lets it be.
 */
export async function amongMany() {
  const bff = await bffForTest();
  const me = await resident(bff, 'walk');
  const [account] = await bff.sql`select number_hash from accounts where id = ${me.accountId}`;
  await rowInEveryTable(bff.sql, {
    id: THERE,
    officeId: YANGJIAPING,
    accountId: me.accountId,
    staffId: 'sample-heli',
    numberHash: account?.number_hash as Buffer,
    words: { 'case_files.village': '样例一村' },
  });
  await manyTimes(bff.sql, MANY, ZHONGSHANLU);
  // A near relative of the clerk is among the others: what is kept from her is looked for with each of her requests.
  await bff.sql`insert into declared_relations (id, staff_id, office_id, relation, person_sealed, number_hash, declared_at)
    select gen_random_uuid(), ${CLERK}, ${YANGJIAPING}, 'sibling', '', number_hash, now() from case_members where office_id = ${ZHONGSHANLU} limit 1`;
  await bff.sql.unsafe(`alter database ${new URL(bff.database.url).pathname.slice(1)} set enable_seqscan = off`);
  const config = { ...bff.config, databaseConnections: POOL };
  const { context, connection } = compose(config, 'walks', () => '', { clock: bff.clock, fetch: bff.wechat.fetch, actor: 'account' });
  await context.keys.load();
  const door = connect(config.databaseUrl, POOL, 'walks-staff', 'door');
  const options = { services: context, log: () => undefined, production: false, trustedProxies: 0 };
  const staffOptions = { ...options, services: { ...context, db: door.db, client: door.client } };
  const apps = {
    resident: residentApp({ ...options, webOrigins: [] }),
    staff: staffApp({ ...staffOptions, deskUrl: () => '', networks: [], asksSecondFactor: false }),
  };
  const { session } = await bff.staff(CLERK);
  const large = await bff.sql<{ name: string }[]>`select relname as name from pg_class
    where relkind = 'r' and reltuples >= ${MANY * 0.8} and relname <> all (${OF_THE_CITY})`;
  const names = large.map(({ name }) => name);

  /** Rows read until now, by table and by index: each connection says what it read. */
  const read = async (): Promise<Map<string, number>> => {
    for (const { client } of [connection, door]) {
      const all = await Promise.all(Array.from({ length: POOL }, () => client.reserve()));
      await Promise.all(all.map((one) => one`select pg_stat_force_next_flush()`));
      for (const one of all) one.release();
    }
    const rows = await bff.sql<{ name: string; n: number }[]>`
      select relname || ' whole' as name, seq_tup_read::int as n from pg_stat_user_tables where relname = any (${names})
      union all select relname || ' by ' || indexrelname, idx_tup_read::int from pg_stat_user_indexes where relname = any (${names})`;
    return new Map(rows.map(({ name, n }) => [name, n]));
  };
  let seen = await read();
  /** Which tables the answer walked, and how. */
  const walked = async (app: keyof typeof apps, e: AnyEndpoint, headers: Record<string, string>, as: string): Promise<string[]> => {
    await bff.sql`update work_items set kind = ${kindFor(e)}, claimed_by = null, claimed_until = null, open = true where id = ${THERE}`;
    const { path, init } = requestOf(e, THERE, headers);
    await apps[app].request(path, init);
    const before = seen;
    seen = await read();
    return [...seen].filter(([name, n]) => n - (before.get(name) ?? 0) >= MANY / 2).map(([name]) => `${e.id}${as}: ${name}`);
  };
  return {
    asResident: (e: AnyEndpoint) => walked('resident', e, { authorization: `Bearer ${me.accessToken}` }, ''),
    asStaff: async (e: AnyEndpoint, role: StaffRole) => {
      await bff.sql`update staff_accounts set role = ${role}, office_id = ${YANGJIAPING}, district = ${role === 'confirmer' ? '500107' : null},
        villages = ${role === 'assistant' ? ['样例一村'] : []} where id = ${CLERK}`;
      return walked('staff', e, { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' }, ` as ${role}`);
    },
    close: async () => {
      await Promise.all([connection.close(), door.close()]);
      await bff.sql.end();
      await bff.database.drop();
    },
  };
}
