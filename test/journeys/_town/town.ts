import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bff, generateKeys, migrate, parseConfig, personalDataIn, startBff, startWorker } from '@assist/bff';
import { startDevIdentityProvider } from '@assist/bff/dev-identity-provider';
import { pageServer } from '@assist/launcher/page';
import { bffPush, sandboxPush, sandboxTemplates, wechatTemplates } from '@assist/launcher/wechat-console';
import { databaseForTest, portForTest } from '@assist/local-postgres/testing';
import { startSandbox } from '@assist/wechat-sandbox';
import { type ServerType, serve } from '@hono/node-server';
import postgres from 'postgres';

const root = path.resolve(import.meta.dirname, '../../..');
/** The builds that `npm test` makes before the journeys. */
export const WEAPP_DIST = path.join(root, 'apps/miniprogram/dist/weapp');
/** The unit that may push alerts. */
export const ALERT_SOURCE = { name: 'city', key: Buffer.alloc(32, 7) };
/** The address that the WeChat build names; a launch maps it to where the BFF really is. */
export const WEAPP_API = 'http://127.0.0.1:8787';

/**
 * A whole system in one process: database, WeChat sandbox, identity provider, BFF, worker, and both web pages.
 * Its parts talk over loopback as they do in production. Time is the machine's: browsers keep their own.
 */
export async function startTown() {
  const database = await databaseForTest();
  const filesDir = mkdtempSync(path.join(tmpdir(), 'assist-town-'));
  // Addresses that name each other must be known before either listens.
  const [deskPort, webPort, identityPort, residentPort, staffPort] = await Promise.all([
    portForTest(),
    portForTest(),
    portForTest(),
    portForTest(),
    portForTest(),
  ]);
  const desk = `http://127.0.0.1:${deskPort}`;
  const web = `http://127.0.0.1:${webPort}`;
  const client = { id: 'township-desk', secret: 'development-only' };
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const sandbox = await startSandbox({ clock, templates: sandboxTemplates, push: sandboxPush(`http://127.0.0.1:${residentPort}`) });
  const identity = await startDevIdentityProvider({ port: identityPort, client: { ...client, deskUrls: [desk] } });
  await migrate(database.url, { samples: true, issuer: identity.issuer });
  const config = parseConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    WECHAT_API_BASE: sandbox.url,
    WECHAT_APPID: sandbox.appid,
    WECHAT_SECRET: sandbox.secret,
    WECHAT_TEMPLATES: wechatTemplates,
    ...bffPush,
    ALERT_SOURCES: `${ALERT_SOURCE.name}=${ALERT_SOURCE.key.toString('base64')}`,
    FILES_DIR: filesDir,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    STAFF_BASE_URL: desk,
    // A story lets hours pass between two clicks.
    STAFF_IDLE_MINUTES: '600',
    WEB_ORIGINS: web,
    TRUSTED_PROXIES: '1',
    BFF_PORT: String(residentPort),
    BFF_STAFF_PORT: String(staffPort),
    ...generateKeys(),
  });
  /** Every line the BFF and the worker logged, to search for what must not be there. */
  const log: string[] = [];
  const keep = (level: string, line: unknown) => void log.push(`${level} ${JSON.stringify(line)}`);
  let bff: Bff | undefined = await startBff({ config, clock, log: keep });
  const worker = await startWorker({ config, clock, log: keep }, false);
  const pages = [
    servePage(
      pageServer({
        address: web,
        policy: 'residents',
        folder: path.join(root, 'apps/miniprogram/dist/h5'),
        forward: { '/api': bff.residentUrl, '/__sandbox': sandbox.url },
      }),
      webPort,
    ),
    servePage(
      pageServer({ address: desk, policy: 'desk', folder: path.join(root, 'apps/desk/dist'), forward: { '/staff': bff.staffUrl } }),
      deskPort,
    ),
  ];
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  const databaseName = new URL(database.url).pathname.slice(1);
  const onServer = async (text: string) => {
    const server = postgres(Object.assign(new URL(database.url), { pathname: '/postgres' }).href, { max: 1, onnotice: () => undefined });
    await server.unsafe(text).finally(() => server.end());
  };

  return {
    desk,
    web,
    sandbox,
    config,
    worker,
    sql,
    log,
    filesDir,
    residentUrl: bff.residentUrl,
    staffUrl: bff.staffUrl,
    /** Nobody answers any more, until `raiseBff`. */
    async stopBff() {
      await bff?.close();
      bff = undefined;
    },
    async raiseBff() {
      bff ??= await startBff({ config, clock, log: keep });
    },
    /** The database is away, as while it restarts: connections are broken, new ones refused. Until `raiseDatabase`. */
    async stopDatabase() {
      await onServer(`alter database ${databaseName} allow_connections false`);
      await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName}'`);
    },
    raiseDatabase: () => onServer(`alter database ${databaseName} allow_connections true`),
    /** What the clocks of BFF and worker show now. */
    now: clock,
    /** Time goes on at once for BFF, worker and WeChat; phones and browsers keep their own. Milliseconds. */
    letPass(ms: number) {
      ahead += ms;
    },
    async close() {
      for (const page of pages) page.close();
      await bff?.close();
      await worker.close();
      await identity.close();
      await sandbox.close();
      await sql.end();
      await database.drop();
      rmSync(filesDir, { recursive: true, force: true });
      rmSync(`${filesDir}.audit-heads.jsonl`, { force: true });
      // Every line of every story: whatever people did, nothing of it may stand there about one of them.
      const told = log.flatMap((line) => personalDataIn(line).map((kind) => `${kind} in line ${log.indexOf(line)}`));
      if (told.length > 0) throw new Error(`the log says something about a person: ${told.join(', ')}`);
    },
  };
}
export type Town = Awaited<ReturnType<typeof startTown>>;

function servePage(app: ReturnType<typeof pageServer>, port: number): ServerType {
  return serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
}
