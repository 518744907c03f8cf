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
