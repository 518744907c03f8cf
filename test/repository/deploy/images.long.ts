import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { portForTest } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryFiles, root } from '../repository-files.ts';
import { done, needsToBuildImages, standInBases } from './stand-in-base.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assist-images-'));
const context = path.join(folder, 'repository');
const files = path.join(folder, 'files');
const SECRET = 'the-secret-of-somebody-who-runs-it';
const started: string[] = [];

beforeAll(() => {
  needsToBuildImages();
  standInBases(folder);
  for (const file of repositoryFiles()) {
    mkdirSync(path.dirname(path.join(context, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(context, file));
  }
  // As the machine of somebody who filled in the example and installed there.
  writeFileSync(path.join(context, 'apps/bff/deploy/assist.env'), `WECHAT_SECRET=${SECRET}\n`);
  mkdirSync(path.join(context, 'apps/bff/node_modules'));
  writeFileSync(path.join(context, 'apps/bff/node_modules/planted.txt'), SECRET);
}, 900_000);

afterAll(() => {
  for (const name of started) done('podman', ['rm', '--force', '--ignore', name]);
  rmSync(folder, { recursive: true, force: true });
});

/** As compose.yaml runs it: nothing may be written, no capability; on this machine's own network. */
const asComposed = [
  ...['--storage-driver', 'overlay', '--runtime', 'runc', '--cgroup-manager', 'cgroupfs', 'run', '--network', 'host', '--read-only'],
  ...['--cap-drop', 'all', '--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=4096:4096', '--add-host', 'assist-http:127.0.0.1'],
];

function begin(name: string, args: readonly string[]): void {
  started.push(name);
  done('podman', [...asComposed, '--detach', '--name', name, ...args]);
}

/** @returns the exit code, after SIGTERM */
const stop = (name: string): string => {
  done('podman', ['stop', '--time', '30', name]);
  return done('podman', ['inspect', '--format', '{{.State.ExitCode}}', name]).trim();
};

const answer = (url: string) =>
  fetch(url).then(
    async (it) => ({ status: it.status, policy: it.headers.get('content-security-policy'), text: await it.text() }),
    () => undefined,
  );

it.each(['bff', 'desk', 'miniprogram'])(
  '%s 的镜像造得出来',
  (app) => {
    const made = ['bud', '--isolation', 'chroot', '--network', 'host', '--pull-never', '--tag', `assist-${app}`];
    done('buildah', [...made, '--file', `apps/${app}/deploy/Containerfile`, context], context);
  },
  1_800_000,
);

it('镜像里没有谁填好的配置，也没有谁装的东西', () => {
  const found = done('podman', [...asComposed, '--rm', 'localhost/assist-bff', 'sh', '-c', `grep -rl ${SECRET} /app/apps || true`]);
  expect(found).toBe('');
}, 300_000);

it('迁移、服务、后台照 compose.yaml 的样子起来；两个网页经过 nginx 到得了服务；叫停就好好停', async () => {
  const postgres = await anotherPostgres();
  try {
    mkdirSync(files);
    chmodSync(files, 0o777);
    const environment = path.join(folder, 'assist.env');
    writeFileSync(environment, configurationFor(postgres.url));
    const bff = ['--env-file', environment, '--volume', `${files}:/files`, 'localhost/assist-bff'];
    const migrated = done('podman', [...asComposed, '--rm', ...bff, 'node', 'apps/bff/src/migrate.ts']);
    expect(JSON.parse(migrated).migrated.length).toBeGreaterThan(0);
    begin('assist-images-http', bff);
    begin('assist-images-worker', [...bff, 'node', 'apps/bff/src/worker.ts']);
    await expect
      .poll(() => answer('http://127.0.0.1:8787/readyz'), { timeout: 120_000 })
      .toMatchObject({ status: 200 })
      .catch((error) => Promise.reject(new Error(done('podman', ['logs', 'assist-images-http']), { cause: error })));
    for (const app of ['miniprogram', 'desk']) {
      begin(`assist-images-${app}`, ['--tmpfs', '/tmp', `localhost/assist-${app}`]);
      await expect
        .poll(() => answer('http://127.0.0.1:8080/'), { timeout: 60_000 })
        .toMatchObject({ status: 200, text: expect.stringContaining('<div id='), policy: expect.stringContaining("script-src 'self'") });
      const through = await answer(`http://127.0.0.1:8080/${app === 'desk' ? 'staff/api/me' : 'api/me'}`);
      expect(through).toMatchObject({ status: 401, text: expect.stringContaining('"code"') });
      expect(stop(`assist-images-${app}`)).toBe('0');
    }
    expect(stop('assist-images-worker')).toBe('0');
    expect(stop('assist-images-http')).toBe('0');
  } finally {
    postgres.stop();
  }
}, 900_000);

/** Debian's, the oldest that we say will do: production refuses the one that comes with the packages. */
async function anotherPostgres(): Promise<{ url: string; stop(): void }> {
  const data = mkdtempSync('/var/tmp/assist-images-');
  const port = await portForTest();
  const asPostgres = (program: string, ...args: string[]) =>
    done('runuser', ['-u', 'postgres', '--', `/usr/lib/postgresql/15/bin/${program}`, ...args], '/');
  done('chown', ['postgres', data]);
  asPostgres('initdb', '--pgdata', data, '--username', 'city', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C');
  asPostgres('pg_ctl', '--pgdata', data, '--wait', '--log', path.join(data, 'log'), '--options', `-p ${port} -k ${data}`, 'start');
  return {
    url: `postgres://city@127.0.0.1:${port}/postgres`,
    stop: () => {
      asPostgres('pg_ctl', '--pgdata', data, '--wait', '--mode', 'immediate', 'stop');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

/** What must be filled in; WeChat and the identity provider are asked only when somebody signs in, and nobody does here. */
const configurationFor = (databaseUrl: string): string =>
  Object.entries({
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    BFF_HOST: '127.0.0.1',
    WECHAT_APPID: 'wx0000000000000000',
    WECHAT_SECRET: SECRET,
    FIELD_KEYS: key('f1'),
    HASH_KEY: key('h1'),
    TOKEN_KEYS: key('t1'),
    FILES_DIR: '/files/photos',
    AUDIT_HEADS_FILE: '/files/audit-heads.jsonl',
    OIDC_ISSUER: 'https://identity.invalid',
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: SECRET,
    STAFF_SECOND_FACTOR: 'none',
    STAFF_BASE_URL: 'https://desk.invalid',
    TRUSTED_PROXIES: '1',
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
