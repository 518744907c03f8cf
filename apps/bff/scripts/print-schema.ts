// Writes docs/schema.gen.sql from a database migrated just now.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@assist/local-postgres';
import { connect } from '../src/db/connect.ts';
import { printSchema } from '../src/db/print-schema.ts';
import { migrate } from '../src/migrate.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'assist-schema-'));
const server = await startPostgres({ dataDir, fsync: false });
try {
  const url = await server.createDatabase('schema');
  await migrate(url);
  const connection = connect(url, 1, 'assist-print-schema');
  writeFileSync(new URL('../docs/schema.gen.sql', import.meta.url), await printSchema(connection.client));
  await connection.close();
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
