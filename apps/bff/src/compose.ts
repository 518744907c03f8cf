import { createWechat } from '@assist/wechat';
import { chineseCalendar } from '@assist/working-days';
import { fileAlertSource } from './alert-source/file-source.ts';
import { fileHeads } from './audit-heads/file-heads.ts';
import { sampleCheckSources } from './check-source/sample-file.ts';
import { type Clock, dayInShanghai } from './clock.ts';
import type { Config } from './config.ts';
import { sampleFileSource } from './contact-source/sample-file.ts';
import { accessTokens } from './crypto/access-tokens.ts';
import { cipherOf, directKeys } from './crypto/field-cipher.ts';
import { localKeyEncryption } from './crypto/key-encryption.ts';
import { type Actor, type Connection, connect } from './db/connect.ts';
import { diskStore } from './files/disk-store.ts';
import { s3Store } from './files/s3-store.ts';
import { openidConnect } from './oidc/openid-connect.ts';
import { platformOf } from './platform/platform.ts';
import { loopbackTextMessages, loopbackVoiceCalls } from './services/channel/loopback.ts';
import { noTextMessages, noVoiceCalls } from './services/channel/ports.ts';
import type { Context } from './services/context.ts';
import { hashRing } from './services/keys/hash-ring.ts';
import { keyRing } from './services/keys/ring.ts';
import { tracedFetch, tracedHook, tracedIdentity } from './traces/outside.ts';
import { noTraces, type Traces } from './traces/span.ts';
import { sharedToken } from './wechat-token/shared-token.ts';

export interface Outside {
  readonly clock: Clock;
  /** How WeChat is reached; the runtime's own by default. */
  readonly fetch?: typeof fetch | undefined;
  /** For whom the process works; the worker by default. */
  readonly actor?: Actor;
  /** Where its spans go; nowhere by default. */
  readonly traces?: Traces;
}

export interface Composed {
  readonly context: Context;
  readonly connection: Connection;
}

/** Puts a process together out of its configuration. Connects to nothing yet. */
export function compose(
  config: Config,
  name: string,
  deskUrl: () => string,
  { clock, fetch: given, actor = 'worker', traces = noTraces }: Outside,
): Composed {
  const platform = platformOf(config, clock);
  const connection = connect(config.databaseUrl, config.databaseConnections, name, actor);
  const retention = connect(config.databaseUrl, 1, `${name}-retention`, 'retention');
  const { baseUrl, appid, secret, push, templates } = config.wechat;
  const hash = hashRing(config.hashKeys);
  const keys = keyRing(
    connection.client,
    clock,
    localKeyEncryption(config.fieldKeys),
    directKeys(config.fieldKeys),
    config.fieldSuite,
    hash,
  );
  const cipher = cipherOf(keys);
  // Of WeChat the path names a function; of a bucket it ends in the name of a file.
  const wechatFetch = tracedFetch(traces, 'wechat', ({ pathname }) => pathname, given);
  const filesFetch = tracedFetch(traces, 'files', () => '');
  const loopback = { db: connection.db, clock, hash, cipher };
  return {
    connection: {
      ...connection,
      close: async () => {
        await Promise.all([connection.close(), retention.close(), traces.close()]);
      },
    },
    context: {
      db: connection.db,
      client: connection.client,
      retention: retention.client,
      clock,
      calendar: chineseCalendar(),
      cipher,
      keys,
      hash,
      tokens: accessTokens(config.tokenKeys, clock),
      wechat: createWechat({
        appid,
        secret,
        baseUrl,
        clock,
        cache: sharedToken(connection.db, cipher),
        fetch: (url, init) => wechatFetch(url, init),
      }),
      wechatAppid: appid,
      wechatTemplates: templates,
      wechatPush: push && { appid, clock, ...push },
      texts: config.texts === 'loopback' ? loopbackTextMessages(loopback) : noTextMessages,
      calls: config.calls === 'loopback' ? loopbackVoiceCalls(loopback) : noVoiceCalls,
      contactSources: config.contactsFile ? [sampleFileSource(config.contactsFile)] : [],
      alertSources: config.alerts.file ? [fileAlertSource(config.alerts.file)] : [],
      alertKeys: config.alerts.keys,
      checkSources: config.crossCheckFile ? sampleCheckSources(config.crossCheckFile, () => dayInShanghai(clock())) : [],
      files: config.filesS3 ? s3Store({ ...config.filesS3, fetch: filesFetch }) : diskStore(config.filesDir),
      auditHeads: fileHeads(config.auditHeadsFile),
      staffIdentity: tracedIdentity(traces, openidConnect({ ...config.oidc, deskUrl, allowHttp: !config.production })),
      staffIssuer: config.oidc.issuer,
      staffIdleMs: config.staffIdleMinutes * 60_000,
      platform: platform && { ...platform, send: tracedHook(traces, platform.send) },
      traces,
    },
  };
}
