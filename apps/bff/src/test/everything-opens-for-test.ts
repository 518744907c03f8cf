import { compose } from '../compose.ts';
import type { Config } from '../config.ts';
import { SEALED_COLUMNS } from '../services/keys/sealed-places.ts';

const MOST = 50;

/** A sealed value of the BFF of a test, opened. */
export async function openedForTest(config: Config, place: string, sealed: Buffer): Promise<string> {
  const { context, connection } = compose({ ...config, databaseConnections: 1 }, 'test', () => '', { clock: Date.now });
  try {
    await context.keys.load();
    return context.cipher.openText(place, sealed);
  } finally {
    await connection.close();
  }
}

/** Opens what a test left in the database as sealing anew would. @returns where a value lies that cannot be opened at its place */
export async function shutPlaces(config: Config): Promise<string[]> {
  const { context, connection } = compose({ ...config, databaseConnections: 1 }, 'test', () => '', { clock: Date.now });
  try {
    await context.keys.load();
    const shut: string[] = [];
    const found = await Promise.all(
      SEALED_COLUMNS.map(async ({ table, column, place }) => ({
        name: `${table}.${column}`,
        rows: await context.client.unsafe<{ place: string; sealed: Buffer }[]>(
          `select ${place} as place, ${column} as sealed from ${table} where length(${column}) > 30 and get_byte(${column}, 0) in (1, 2) limit ${MOST}`,
        ),
      })),
    );
    for (const { name, rows } of found)
      for (const row of rows)
        try {
          context.cipher.openBytes(row.place, row.sealed);
        } catch {
          shut.push(name);
          break;
        }
    return shut;
  } finally {
    await connection.close();
  }
}

/** The trail says ids and codes. @returns what else stands in it: words, identity numbers, phones */
export async function wordsInTrail(config: Config): Promise<string[]> {
  const { context, connection } = compose({ ...config, databaseConnections: 1 }, 'test', () => '', { clock: Date.now });
  try {
    // An id of ours is taken out first: a part of it may look like a number.
    const rows = await context.client<{ action: string; word: string }[]>`
      select distinct action, word from audit_log cross join lateral unnest(array[actor_id, object_kind, object_id, coalesce(office_id, ''), result]) as w(raw)
        cross join lateral regexp_replace(raw, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '', 'g') as word
      -- Not the nonsense of row-in-every-table-for-test.ts.
      where action <> '样例' and (word !~ '^[ -~]*$' or word ~ '[0-9]{17}[0-9Xx]' or word ~ '(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)')`;
    return rows.map(({ action, word }) => `${action}: ${word}`);
  } finally {
    await connection.close();
  }
}
