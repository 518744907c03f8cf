import { pathToFileURL } from 'node:url';
import { applyMigrations } from './db/apply-migrations.ts';
import { connect } from './db/connect.ts';
import { loadOffices } from './reference/load-offices.ts';
import { loadSamples } from './reference/load-samples.ts';

export interface MigrateOptions {
  /** Invented clerks and phones. Default: everywhere but in production. */
  readonly samples?: boolean;
  /** Issuer that signs the sample clerks in. */
  readonly issuer?: string;
}

/** Brings a database to this version and loads reference data. Again is the same. @returns names of the migrations applied now */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const { samples = process.env.NODE_ENV !== 'production' } = options;
  const connection = connect(databaseUrl, 2, 'assist-migrate');
  try {
    const applied = await applyMigrations(connection.client);
    await loadOffices(connection.db);
    if (samples) await loadSamples(connection.db, options.issuer);
    return applied;
  } finally {
    await connection.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    process.stderr.write('DATABASE_URL is missing\n');
    process.exit(1);
  }
  const issuer = process.env.OIDC_ISSUER;
  const applied = await migrate(url, issuer ? { issuer } : {});
  process.stdout.write(`${JSON.stringify({ migrated: applied })}\n`);
}
