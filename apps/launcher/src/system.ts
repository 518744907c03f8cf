import path from 'node:path';
import { data, root } from './folders.ts';
import type { Ports } from './ports.ts';
import type { Program } from './programs.ts';
import { bffPush, sandboxPush, sandboxTemplates, wechatTemplates } from './wechat-console.ts';

/** Where the invented files of other units lie; with the data, as their lines are only added. */
export const sampleSources = path.join(data, 'sample-sources');

/** The secrets the BFF takes from its environment. */
export const keyNames = ['FIELD_KEYS', 'HASH_KEY', 'TOKEN_KEYS'];

const here = (port: number) => `http://127.0.0.1:${port}`;

export type System = Readonly<Record<'sandbox' | 'identity' | 'http' | 'worker' | 'web', Program>>;

/** The processes of a development system and what each is told. */
export function developmentSystem(ports: Ports, databaseUrl: string, keys: Readonly<Record<string, string>>): System {
  const bff = {
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    BFF_PORT: String(ports.residentApi),
    BFF_STAFF_PORT: String(ports.staffApi),
    WECHAT_API_BASE: here(ports.sandbox),
    WECHAT_APPID: 'wx5a5b0000c0ffee01',
    WECHAT_SECRET: '5a5b0000c0ffee015a5b0000c0ffee01',
    WECHAT_TEMPLATES: wechatTemplates,
    ...bffPush,
    FILES_DIR: path.join(data, 'files'),
    // Invented: what other units would send and answer.
    ALERTS_FILE: path.join(sampleSources, 'alerts.jsonl'),
    CROSS_CHECK_FILE: path.join(sampleSources, 'cross-checks.jsonl'),
    ALERT_SOURCES: `sample=${Buffer.from('development-only-sample-alerts!!').toString('base64')}`,
    OIDC_ISSUER: here(ports.identity),
    OIDC_CLIENT_ID: 'township-desk',
    OIDC_CLIENT_SECRET: 'development-only',
    STAFF_BASE_URL: here(ports.desk),
    WEB_ORIGINS: [`http://127.0.0.1:${ports.miniprogram}`, `http://localhost:${ports.miniprogram}`].join(','),
    // The page server.
    TRUSTED_PROXIES: '1',
    ...keys,
  };
  return {
    sandbox: {
      name: 'wechat-sandbox',
      chinese: '微信沙箱',
      english: 'the WeChat sandbox',
      entry: 'apps/wechat-sandbox/src/main.ts',
      environment: {
        WECHAT_SANDBOX_PORT: String(ports.sandbox),
        WECHAT_SANDBOX_STATE_FILE: path.join(data, 'wechat-sandbox.json'),
        WECHAT_SANDBOX_TEMPLATES: JSON.stringify(sandboxTemplates),
        WECHAT_SANDBOX_PUSH: JSON.stringify(sandboxPush(here(ports.residentApi))),
      },
      readyAt: `${here(ports.sandbox)}/__sandbox/personas`,
    },
    identity: {
      name: 'dev-identity-provider',
      chinese: '开发用身份登录',
      english: 'the development sign-in',
      entry: 'apps/bff/src/dev-identity-provider.ts',
      environment: bff,
      readyAt: `${here(ports.identity)}/.well-known/openid-configuration`,
    },
    http: {
      name: 'bff-http',
      chinese: '后台接口',
      english: 'the API',
      entry: 'apps/bff/src/http.ts',
      environment: bff,
      readyAt: `${here(ports.residentApi)}/readyz`,
    },
    worker: { name: 'bff-worker', chinese: '后台任务', english: 'the worker', entry: 'apps/bff/src/worker.ts', environment: bff },
    web: {
      name: 'web',
      chinese: '网页服务',
      english: 'the page server',
      entry: 'apps/launcher/src/web/main.ts',
      environment: {
        WEB_PAGES: JSON.stringify([
          {
            address: here(ports.miniprogram),
            policy: 'residents',
            folder: path.join(root, 'apps/miniprogram/dist/h5'),
            forward: { '/api': here(ports.residentApi), '/__sandbox': here(ports.sandbox) },
          },
          {
            address: here(ports.desk),
            policy: 'desk',
            folder: path.join(root, 'apps/desk/dist'),
            forward: { '/staff': here(ports.staffApi) },
          },
        ]),
      },
      readyAt: `${here(ports.miniprogram)}/__ready`,
    },
  };
}
