import type { WorkingCalendar } from '@assist/policy-chongqing';
import type { PushConfig, Wechat } from '@assist/wechat';
import type { Clock } from '../clock.ts';
import type { AccessTokens } from '../crypto/access-tokens.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { KeyedHash } from '../crypto/keyed-hash.ts';
import type { Client, Database } from '../db/connect.ts';
import type { Traces } from '../traces/span.ts';
import type { AlertSource } from './alert/source.ts';
import type { AuditHeads } from './audit/heads.ts';
import type { ContactSource } from './authentication/data-source.ts';
import type { TextMessages, VoiceCalls, WechatTemplates } from './channel/ports.ts';
import type { CheckSource } from './cross-check/source.ts';
import type { FileStore } from './file/store.ts';
import type { KeyRing } from './keys/ring.ts';
import type { Platform } from './platform/client.ts';
import type { ReplicaReads } from './replica/serve.ts';
import type { StaffIdentityProvider } from './staff/identity-provider.ts';

/** What every verb works with. `db` is the pool or a transaction on it. */
export interface Context {
  readonly db: Database;
  /** The pool without drizzle, for what is written by hand: taking a submission in, a page of the queue. */
  readonly client: Client;
  /** Where the progress pages may be read besides, on the residents' side; without one everything is read from the primary. */
  readonly replica?: ReplicaReads;
  /** The role that ends what was kept its time, and may do nothing else. */
  readonly retention: Client;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly cipher: FieldCipher;
  /** What `cipher` works with: fetched before every request and every turn of the worker. */
  readonly keys: KeyRing;
  readonly hash: KeyedHash;
  readonly tokens: AccessTokens;
  readonly wechat: Wechat;
  readonly wechatAppid: string;
  readonly wechatTemplates: WechatTemplates;
  /** Of WeChat's pushes; without it none is taken. */
  readonly wechatPush: PushConfig | undefined;
  readonly texts: TextMessages;
  readonly calls: VoiceCalls;
  /** Other units' records that may say somebody was seen. */
  readonly contactSources: readonly ContactSource[];
  /** Other units' alerts: files that are read, and the keys of those that push. */
  readonly alertSources: readonly AlertSource[];
  readonly alertKeys: ReadonlyMap<string, Buffer>;
  /** Other units that can be asked about somebody who signed for it; none where none is connected. */
  readonly checkSources: readonly CheckSource[];
  readonly files: FileStore;
  /** Where the head of the sealed trail is kept, outside the database. */
  readonly auditHeads: AuditHeads;
  readonly staffIdentity: StaffIdentityProvider;
  /** Who issued the sign-ins of the staff: with a subject it names one person. */
  readonly staffIssuer: string;
  /** A session of the staff in which nobody did anything for so long is over. */
  readonly staffIdleMs: number;
  /** Other systems; without it there are none. */
  readonly platform: Platform | undefined;
  /** Where spans go; nowhere by default. */
  readonly traces: Traces;
}

export const now = (ctx: Context): Date => new Date(ctx.clock());
