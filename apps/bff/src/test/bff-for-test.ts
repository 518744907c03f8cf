import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client, makeClient, type TransportAnswer } from '@assist/contracts';
import { databaseForTest } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { type Config, parseConfig } from '../config.ts';
import { secretText } from '../crypto/codes.ts';
import { generateKeys } from '../crypto/generated-keys.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { LogLine } from '../log.ts';
import { personalDataIn } from '../personal-data.ts';
import { startBff } from '../start-bff.ts';
import { startWorker } from '../start-worker.ts';
import { shutPlaces, wordsInTrail } from './everything-opens-for-test.ts';
import { fakeWechat, TEST_APPID } from './fake-wechat.ts';

/** Sunday 22 November 2026, 10:00 in Shanghai: three working days later is Wednesday the 25th. */
export const SUNDAY = Date.UTC(2026, 10, 22, 2);

/** The environment of a process for tests, with keys of its own. */
export const testEnvironment = (databaseUrl: string, filesDir: string): Record<string, string> => ({
  NODE_ENV: 'test',
  DATABASE_URL: databaseUrl,
  WECHAT_API_BASE: 'http://127.0.0.1:1',
  WECHAT_APPID: TEST_APPID,
  WECHAT_SECRET: 'secret-of-the-test',
  FILES_DIR: filesDir,
  OIDC_ISSUER: 'http://127.0.0.1:8791',
  OIDC_CLIENT_ID: 'township-desk',
  OIDC_CLIENT_SECRET: 'development-only',
  // As long as its sessions last: tests let hours pass between two clicks.
  STAFF_IDLE_MINUTES: '600',
  STAFF_BASE_URL: 'http://127.0.0.1:8081',
  BFF_PORT: '0',
  BFF_STAFF_PORT: '0',
  ...generateKeys(),
});

export const testConfig = (databaseUrl: string, filesDir: string): Config => ({
  ...parseConfig(testEnvironment(databaseUrl, filesDir)),
  staffBaseUrl: '',
});

/** A whole BFF on a database of its own, with WeChat played by the test and time that stands still. */
export async function bffForTest(change: (config: Config) => Config = (config) => config) {
  const database = await databaseForTest();
  const filesDir = mkdtempSync(path.join(tmpdir(), 'assist-files-'));
  let time = SUNDAY;
  const clock = () => time;
  const wechat = fakeWechat(clock);
  const lines: LogLine[] = [];
  const log = (_level: string, line: LogLine) => void lines.push(line);
  const environment = testEnvironment(database.url, filesDir);
  const config = change({ ...parseConfig(environment), staffBaseUrl: '' });
  const start = () => startBff({ config, clock, fetch: wechat.fetch, log });
  let bff = await start();
  const worker = await startWorker({ config, clock, fetch: wechat.fetch, log }, false);
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  const hash = keyedHash(config.hashKeys[0]?.bytes as Buffer);
  let codes = 0;

  const send = async (url: string, init: RequestInit): Promise<TransportAnswer> => {
    const answer = await fetch(url, init);
    return { kind: 'answer', status: answer.status, text: await answer.text() };
  };
  const residentWith = (token: string | undefined): Client =>
    makeClient(({ method, path: to, headers, body }) =>
      send(`${bff.residentUrl}${to}`, {
        method,
        headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { body }),
      }),
    );
  const staffWith = (cookie: string): Client =>
    makeClient(({ method, path: to, headers, body }) =>
      send(`${bff.staffUrl}${to}`, {
        method,
        headers: { ...headers, cookie: `desk_session=${cookie}`, 'x-requested-with': 'desk' },
        ...(body !== undefined && { body }),
      }),
    );

  return {
    config,
    environment,
    database,
    sql,
    wechat,
    worker,
    lines,
    clock,
    get residentUrl() {
      return bff.residentUrl;
    },
    get staffUrl() {
      return bff.staffUrl;
    },
    get platformUrl() {
      return bff.platformUrl;
    },
    get metricsUrl() {
      return bff.metricsUrl;
    },
    /** Moves time on. */
    pass: (ms: number) => {
      time += ms;
    },
    restart: async () => {
      await bff.close();
      bff = await start();
    },
    loginCode: (person: string) => `code-${person}-${++codes}`,
    residentWith,
    /** A staff session as the sign-in makes it, without the identity provider. */
    staff: async (staffId: string, secondFactor = true) => {
      const session = secretText();
      await sql`insert into staff_sessions (hash, staff_id, created_at, expires_at, second_factor_at)
        values (${hash.find('staff-session', session)}, ${staffId}, ${new Date(time)}, ${new Date(time + 3_600_000)}, ${secondFactor ? new Date(time) : null})`;
      return { call: staffWith(session), session };
    },
    /** @param copied columns of sealed values that a test copied from row to row by hand: nobody could open those */
    close: async (copied: readonly string[] = []) => {
      const words = await wordsInTrail(config);
      if (words.length > 0) throw new Error(`the trail says more than ids and codes: ${words.join(', ')}`);
      // Every log of every test: whatever a test did, nothing of it may stand there about a person.
      const told = lines.flatMap((line) => personalDataIn(JSON.stringify(line)).map((kind) => `${kind} in “${line.message}”`));
      if (told.length > 0) throw new Error(`the log says something about a person: ${[...new Set(told)].join(', ')}`);
      await bff.close();
      await worker.close();
      // Whatever a test had sealed, sealing anew would find and open: also in a table that somebody adds tomorrow.
      const shut = (await shutPlaces(config)).filter((name) => !copied.includes(name));
      if (shut.length > 0) throw new Error(`sealed at another place than services/keys/sealed-places.ts says: ${shut.join(', ')}`);
      await sql.end();
      await database.drop();
      rmSync(filesDir, { recursive: true, force: true });
      rmSync(config.auditHeadsFile, { force: true });
    },
  };
}
export type BffForTest = Awaited<ReturnType<typeof bffForTest>>;
