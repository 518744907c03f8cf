import { assertProductionBase } from '@assist/wechat';
import type { Config } from './config.ts';
import { passwordInTheClear } from './config-traces.ts';

/** Of the launcher: it stands in the code. */
const DEVELOPMENT_PUSH_TOKEN = 'developmentpush';
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
/** User of the database that comes with the packages (packages/local-postgres). */
const EMBEDDED_DATABASE_USER = 'assist';
const EMBEDDED_DATABASE_PORT = '8792';
/** Of the sample source that npm start knows. */
const DEVELOPMENT_ALERT_KEY = Buffer.from('development-only-sample-alerts!!');

/** Whatever is only for development, a line each. */
export function notForProduction(config: Config): string[] {
  const problems: string[] = [];
  try {
    assertProductionBase(config.wechat.baseUrl);
  } catch {
    problems.push('WECHAT_API_BASE is not WeChat itself: the sandbox is for development only');
  }
  if (config.wechat.push?.token === DEVELOPMENT_PUSH_TOKEN) problems.push('WECHAT_PUSH_TOKEN is the one of development');
  if ([...config.alerts.keys.values()].some((key) => key.equals(DEVELOPMENT_ALERT_KEY)))
    problems.push('ALERT_SOURCES holds the key of development');
  if (config.texts === 'loopback') problems.push('TEXT_MESSAGES is the loopback: for development only');
  if (config.contactsFile) problems.push('CONTACTS_FILE is a sample: for development only');
  if (config.crossCheckFile) problems.push('CROSS_CHECK_FILE is a sample: for development only');
  if (config.filesS3 && !config.filesS3.endpoint.startsWith('https://')) problems.push('FILES_S3_ENDPOINT is not https');
  problems.push(...passwordInTheClear(config.traces));
  if (config.calls === 'loopback') problems.push('VOICE_CALLS is the loopback: for development only');
  const address = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);
  const issuer = address(config.oidc.issuer);
  if (issuer && (issuer.protocol !== 'https:' || LOOPBACK.test(issuer.hostname)))
    problems.push('OIDC_ISSUER is the identity provider for development, or not https');
  const desk = address(config.staffBaseUrl);
  if (desk && desk.protocol !== 'https:') problems.push('STAFF_BASE_URL is not https');
  for (const [name, text] of Object.entries({ DATABASE_URL: config.databaseUrl, DATABASE_REPLICA_URL: config.databaseReplicaUrl })) {
    const database = text === undefined ? undefined : address(text);
    if (
      database &&
      LOOPBACK.test(database.hostname) &&
      (database.username === EMBEDDED_DATABASE_USER || database.port === EMBEDDED_DATABASE_PORT)
    )
      problems.push(`${name} is the database that comes with the packages`);
  }
  return problems;
}
