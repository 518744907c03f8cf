import path from 'node:path';
import { WECHAT_BASE_URL } from '@assist/wechat';
import { alertKeysOf, filesS3Of, pushOf, templatesOf } from './config-lists.ts';
import { notForProduction } from './config-production.ts';
import { DEVELOPMENT_SECOND_FACTOR, idleMinutesOf, networksOf, secondFactorOf } from './config-staff.ts';
import { tracesOf } from './config-traces.ts';
import type { CipherKey } from './crypto/field-cipher.ts';
import { isGeneratedKey } from './crypto/generated-keys.ts';
import { SUITE_NAMES, type SuiteName } from './crypto/suites.ts';
import type { S3Options } from './files/s3-store.ts';
import type { TemplateAbout } from './services/channel/ports.ts';
import type { SecondFactor } from './services/staff/identity-provider.ts';
import type { TracesConfig } from './traces/traces-to.ts';

/**
 * Environment of the BFF, read once.
 *
 * | name | what it is |
 * |---|---|
 * | NODE_ENV | `production` refuses whatever is only for development |
 * | DATABASE_URL | Postgres 15 or newer |
 * | BFF_PORT, BFF_STAFF_PORT | ports of the two applications, 8787 and 8788 by default |
 * | BFF_HOST | address to listen on, 127.0.0.1 by default |
 * | BFF_STAFF_HOST | where the staff's application listens, BFF_HOST by default |
 * | STAFF_NETWORKS | networks it answers to, `10.1.0.0/16,2001:db8::/32`; all by default |
 * | STAFF_SECOND_FACTOR | how the staff's sign-in says that two factors were shown: `acr:VALUE`, `amr:otp,hwk`, or `none` |
 * | STAFF_IDLE_MINUTES | a clerk's session ends when nobody did anything for so long, 30 by default |
 * | WECHAT_API_BASE | WeChat's API, the sandbox in development |
 * | WECHAT_APPID, WECHAT_SECRET | of the mini-program |
 * | WECHAT_TEMPLATES | ids of the subscribe messages: `progress=ID,due=ID,visit=ID`; without one, WeChat is no channel for it |
 * | WECHAT_PUSH_TOKEN, WECHAT_PUSH_AES_KEY | of WeChat's message push; without both, none is taken |
 * | TEXT_MESSAGES, VOICE_CALLS | `loopback` (development: kept and shown, not sent) or `none` (a person takes over) |
 * | FIELD_KEYS | `id:base64 of 32 bytes`, several by comma; they shut the data keys: the first shuts, all open (docs/keys.md) |
 * | FIELD_CIPHER | what new data keys seal with: `aes-256-gcm` (default) or `sm4-ctr-hmac-sm3` |
 * | HASH_KEY | one such key; finds identity numbers, names of sessions, fingerprints |
 * | TOKEN_KEYS | like FIELD_KEYS, Ed25519 seeds that sign access tokens |
 * | FILES_DIR | folder of the sealed photos; not needed where they lie in a bucket |
 * | FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_ACCESS_KEY | a bucket for them instead |
 * | AUDIT_HEADS_FILE | where the worker adds the head of the sealed trail, beside FILES_DIR by default |
 * | OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET | staff sign-in |
 * | STAFF_BASE_URL | address of the desk as a clerk's browser sees it; `/staff` of it leads to BFF_STAFF_PORT |
 * | WEB_ORIGINS | origins of pages that may call the resident API, by comma; none by default in production |
 * | TRUSTED_PROXIES | how many proxies stand in front (their X-Forwarded-For is believed), 0 by default |
 * | CONTACTS_FILE | sample of other units' records of who was seen, one JSON object a line; development only, none by default |
 * | PLATFORM_CLIENTS_FILE | other systems that may come, a JSON file (docs/platform-api.md); none by default |
 * | BFF_PLATFORM_PORT | port of the application for them, 8789 by default; not opened without them |
 * | METRICS_PORT | figures for Prometheus, on a port that nothing leads to from outside; none by default |
 * | METRICS_HOST | address to listen on for them, BFF_HOST by default |
 * | OTEL_EXPORTER_OTLP_ENDPOINT | a collector of traces, OTLP over HTTP; none by default |
 * | OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER_ARG | what it asks for, `name=value` by comma; which share is sent, 1 by default |
 * | DATABASE_REPLICA_URL | a streaming replica of it that the progress pages may be read from (docs/replica.md); none by default |
 * | DATABASE_CONNECTIONS | at most so many a process, 10 by default |
 */
export interface Config {
  readonly production: boolean;
  readonly databaseUrl: string;
  /** Undefined: everything is read from the primary. */
  readonly databaseReplicaUrl: string | undefined;
  readonly databaseConnections: number;
  readonly host: string;
  /** Where the staff's application listens, if elsewhere. */
  readonly staffHost: string | undefined;
  readonly staffNetworks: readonly string[];
  readonly residentPort: number;
  readonly staffPort: number;
  readonly platformPort: number;
  /** Undefined: no figures are given. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
  /** Undefined: no traces are sent. */
  readonly traces: TracesConfig | undefined;
  readonly platformClientsFile: string | undefined;
  readonly wechat: {
    readonly baseUrl: string;
    readonly appid: string;
    readonly secret: string;
    readonly templates: Readonly<Partial<Record<TemplateAbout, string>>>;
    readonly push: { readonly token: string; readonly encodingAesKey: string } | undefined;
  };
  readonly texts: MessageProvider;
  readonly calls: MessageProvider;
  readonly fieldKeys: readonly CipherKey[];
  readonly fieldSuite: SuiteName;
  /** The first of an installation, and those that came later, each over the ones before. */
  readonly hashKeys: readonly CipherKey[];
  readonly tokenKeys: readonly CipherKey[];
  readonly contactsFile: string | undefined;
  /** Answers of the sample sources of a cross-check. */
  readonly crossCheckFile: string | undefined;
  /** A file that another unit adds alerts to, and the keys of those that push. */
  readonly alerts: { readonly file: string | undefined; readonly keys: ReadonlyMap<string, Buffer> };
  /** Empty where they lie in a bucket. */
  readonly filesDir: string;
  readonly filesS3: Omit<S3Options, 'timeoutMs' | 'fetch'> | undefined;
  readonly auditHeadsFile: string;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly secondFactor: SecondFactor };
  readonly staffIdleMinutes: number;
  readonly staffBaseUrl: string;
  readonly webOrigins: readonly string[];
  readonly trustedProxies: number;
}

/** `loopback` keeps what would be sent, for development. No provider is chosen yet: an adapter of one adds its name here. */
export type MessageProvider = 'loopback' | 'none';

/** All that is missing or wrong, one line each; values are never repeated. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const DEVELOPMENT_ORIGINS = 'http://127.0.0.1:8080,http://localhost:8080';
const KEY_BYTES = 32;
/** Reads the environment. @throws ConfigError with everything that is missing, wrong, or not fit for production */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const production = env.NODE_ENV === 'production';
  const text = (name: string): string => {
    const value = env[name]?.trim();
    if (!value) problems.push(`${name} is missing`);
    return value ?? '';
  };
  const url = (name: string): string => {
    const value = text(name);
    if (value && !URL.canParse(value)) problems.push(`${name} is not a URL`);
    return value.replace(/\/$/, '');
  };
  const whole = (name: string, standard: number, most: number): number => {
    const value = env[name] === undefined || env[name] === '' ? standard : Number(env[name]);
    if (!Number.isInteger(value) || value < 0 || value > most) problems.push(`${name} is not a whole number from 0 to ${most}`);
    return value;
  };
  const provider = (name: string): MessageProvider => {
    const value = env[name] || (production ? 'none' : 'loopback');
    if (value !== 'loopback' && value !== 'none') problems.push(`${name} is neither "loopback" nor "none"`);
    return value === 'loopback' ? 'loopback' : 'none';
  };
  const suite = (): SuiteName => {
    const found = SUITE_NAMES.find((name) => name === (env.FIELD_CIPHER || SUITE_NAMES[0]));
    if (!found) problems.push(`FIELD_CIPHER is none of ${SUITE_NAMES.join(', ')}`);
    return found ?? SUITE_NAMES[0];
  };
  const keys = (name: string): CipherKey[] =>
    text(name)
      .split(',')
      .filter(Boolean)
      .flatMap((entry) => {
        const [id = '', base64 = ''] = entry.trim().split(':');
        const bytes = Buffer.from(base64, 'base64');
        if (!/^[\w-]{1,40}$/.test(id) || bytes.length !== KEY_BYTES) problems.push(`${name} is not "id:base64 of ${KEY_BYTES} bytes"`);
        else if (production && isGeneratedKey({ id, bytes })) problems.push(`${name} holds a key that was generated for development`);
        else return [{ id, bytes }];
        return [];
      });
  const config: Config = {
    production,
    databaseUrl: url('DATABASE_URL'),
    databaseReplicaUrl: env.DATABASE_REPLICA_URL?.trim() ? url('DATABASE_REPLICA_URL') : undefined,
    databaseConnections: whole('DATABASE_CONNECTIONS', 10, 1000),
    host: env.BFF_HOST || '127.0.0.1',
    staffHost: env.BFF_STAFF_HOST?.trim() || undefined,
    staffNetworks: networksOf(env.STAFF_NETWORKS ?? '', problems),
    residentPort: whole('BFF_PORT', 8787, 65535),
    staffPort: whole('BFF_STAFF_PORT', 8788, 65535),
    platformPort: whole('BFF_PLATFORM_PORT', 8789, 65535),
    metrics: env.METRICS_PORT
      ? { port: whole('METRICS_PORT', 0, 65535), host: env.METRICS_HOST || env.BFF_HOST || '127.0.0.1' }
      : undefined,
    traces: tracesOf(env, problems),
    platformClientsFile: env.PLATFORM_CLIENTS_FILE?.trim() || undefined,
    wechat: {
      baseUrl: production && !env.WECHAT_API_BASE ? WECHAT_BASE_URL : url('WECHAT_API_BASE'),
      appid: text('WECHAT_APPID'),
      secret: text('WECHAT_SECRET'),
      templates: templatesOf(env.WECHAT_TEMPLATES ?? '', problems),
      push: pushOf(env, problems),
    },
    texts: provider('TEXT_MESSAGES'),
    calls: provider('VOICE_CALLS'),
    fieldKeys: keys('FIELD_KEYS'),
    fieldSuite: suite(),
    hashKeys: keys('HASH_KEY'),
    tokenKeys: keys('TOKEN_KEYS'),
    contactsFile: env.CONTACTS_FILE?.trim() || undefined,
    crossCheckFile: env.CROSS_CHECK_FILE?.trim() || undefined,
    alerts: { file: env.ALERTS_FILE?.trim() || undefined, keys: alertKeysOf(env.ALERT_SOURCES ?? '', problems) },
    filesDir: env.FILES_S3_BUCKET ? '' : text('FILES_DIR'),
    filesS3: filesS3Of(env, problems),
    auditHeadsFile: env.AUDIT_HEADS_FILE?.trim() || `${path.resolve(env.FILES_DIR?.trim() || 'files')}.audit-heads.jsonl`,
    oidc: {
      issuer: url('OIDC_ISSUER'),
      clientId: text('OIDC_CLIENT_ID'),
      clientSecret: text('OIDC_CLIENT_SECRET'),
      secondFactor: secondFactorOf(env.STAFF_SECOND_FACTOR?.trim() || (production ? '' : DEVELOPMENT_SECOND_FACTOR), problems),
    },
    staffIdleMinutes: idleMinutesOf(env.STAFF_IDLE_MINUTES, problems),
    staffBaseUrl: url('STAFF_BASE_URL'),
    webOrigins: (env.WEB_ORIGINS ?? (production ? '' : DEVELOPMENT_ORIGINS))
      .split(',')
      .map((o) => o.trim())
      .filter(Boolean),
    trustedProxies: whole('TRUSTED_PROXIES', 0, 10),
  };
  if (production) problems.push(...notForProduction(config));
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return config;
}
