import { randomBytes } from 'node:crypto';
import { databases } from './databases.ts';

export { portForTest } from './port-for-test.ts';

/** Where the test run's server is, set by the global setup (test/setup/database.ts) for all its workers. */
export const testServerVariable = 'TEST_POSTGRES_URL';

/** The migrated database, with reference data, that every test file gets a copy of. */
export const testTemplate = 'template_assist';

export type TestDatabase = {
  /** As superuser, with the password. */
  readonly url: string;
  /** Ends its connections and removes it. */
  drop(): Promise<void>;
};

/** A database of one's own: a copy of the migrated template, or an empty one. Call `drop` in afterAll. */
export async function databaseForTest(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = process.env[testServerVariable];
  if (!server)
    throw new Error(`${testServerVariable} is not set: run vitest from the repository's root, its configuration starts the server`);
  const on = databases((name) => Object.assign(new URL(server), { pathname: `/${name}` }).href);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await on.createDatabase(name, content === 'migrated' ? testTemplate : undefined);
  return { url, drop: () => on.dropDatabase(name) };
}
