import { generateKeys, parseConfig } from '@assist/bff';

/** The environment of a process for a benchmark: a database of its own, nothing outside is ever asked. */
export const benchEnvironment = (
  url: string,
  folder: string,
  connections: number,
  keys: Readonly<Record<string, string>> = generateKeys(),
): Record<string, string> => ({
  NODE_ENV: 'test',
  DATABASE_URL: url,
  DATABASE_CONNECTIONS: String(connections),
  WECHAT_API_BASE: 'http://127.0.0.1:1',
  WECHAT_APPID: 'wx0',
  WECHAT_SECRET: 'x',
  FILES_DIR: folder,
  OIDC_ISSUER: 'http://127.0.0.1:1',
  OIDC_CLIENT_ID: 'x',
  OIDC_CLIENT_SECRET: 'x',
  STAFF_BASE_URL: 'http://127.0.0.1:1',
  BFF_PORT: '0',
  BFF_STAFF_PORT: '0',
  ...keys,
});

/** What a benchmark needs to put the services together in its own process. */
export const benchConfig = (url: string, folder: string, connections = 10, keys?: Readonly<Record<string, string>>) =>
  parseConfig(benchEnvironment(url, folder, connections, keys));
