import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@assist/local-postgres';
import { testServerVariable, testTemplate } from '@assist/local-postgres/testing';

const migrate = path.resolve(import.meta.dirname, '../../apps/bff/src/migrate.ts');

/** One server for the whole run, with the migrated template of which each test file takes its copy. */
export async function setup() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assist-test-'));
  const server = await startPostgres({ dataDir, fsync: false });
  const url = await server.createDatabase(testTemplate);
  if (existsSync(migrate)) await promisify(execFile)(process.execPath, [migrate], { env: { ...process.env, DATABASE_URL: url } });
  process.env[testServerVariable] = server.url;
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
