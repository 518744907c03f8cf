import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What the operator set in WeChat's console: format JSON, secure mode. */
export interface PushConfig {
  readonly appid: string;
  /** 消息推送's Token, 3–32 characters. */
  readonly token: string;
  /** EncodingAESKey, 43 characters. */
  readonly encodingAesKey: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

export type PushQuery = Readonly<Record<string, string | undefined>>;

/**
 * - `signature` not signed with our token, not encrypted, or altered
 * - `stale`     more than five minutes old or ahead (our own limit: WeChat gives none)
 * - `not-ours`  encrypted for another mini-program
 * - `nonsense`  cannot be read
 */
export type PushRefusal = 'signature' | 'stale' | 'not-ours' | 'nonsense';

const MAX_AGE_MS = 5 * 60_000;
const BLOCK = 32;

/**
 * WeChat's question whether the address is ours (protocol §7.3, GET).
 *
 * @returns the text to answer with, or undefined: then answer 403
 */
export function verifyPushUrl(config: PushConfig, query: PushQuery): string | undefined {
  const { signature, timestamp, nonce, echostr } = query;
  if (!signature || !timestamp || !nonce || !echostr) return undefined;
  return same(signature, pushSignature(config.token, timestamp, nonce)) ? echostr : undefined;
}

/**
 * Opens a pushed message (protocol §7.3, POST in secure mode). Messages in the clear are refused:
 * their signature does not cover their content.
 *
 * @param body the request's body as it came
 */
export function verifyPush(
  config: PushConfig,
  query: PushQuery,
  body: string,
): { readonly ok: true; readonly message: string } | { readonly ok: false; readonly why: PushRefusal } {
  const { timestamp, nonce, msg_signature } = query;
  const encrypted = encryptedIn(body);
  if (encrypted === undefined) return { ok: false, why: 'nonsense' };
  if (!timestamp || !nonce || !msg_signature) return { ok: false, why: 'signature' };
  if (!same(msg_signature, pushSignature(config.token, timestamp, nonce, encrypted))) return { ok: false, why: 'signature' };
  if (!(Math.abs(config.clock() - Number(timestamp) * 1000) <= MAX_AGE_MS)) return { ok: false, why: 'stale' };
  const opened = decrypt(config.encodingAesKey, encrypted);
  if (opened === undefined) return { ok: false, why: 'nonsense' };
  return opened.appid === config.appid ? { ok: true, message: opened.message } : { ok: false, why: 'not-ours' };
}

/** SHA-1 over the sorted parts, as WeChat prescribes. */
export function pushSignature(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

function encryptedIn(body: string): string | undefined {
  try {
    const { Encrypt } = JSON.parse(body) as { Encrypt?: unknown };
    return typeof Encrypt === 'string' && Encrypt !== '' ? Encrypt : undefined;
  } catch {
    return undefined;
  }
}

/** `random16 | length, 4 bytes big-endian | message | appid`, padded to 32 (so Node's own unpadding does not fit). */
function decrypt(encodingAesKey: string, encrypted: string): { message: string; appid: string } | undefined {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
    const padding = padded.at(-1) ?? 0;
    if (padding < 1 || padding > BLOCK) return undefined;
    const plain = padded.subarray(0, padded.length - padding);
    const end = 20 + plain.readUInt32BE(16);
    if (end > plain.length) return undefined;
    return { message: plain.subarray(20, end).toString('utf8'), appid: plain.subarray(end).toString('utf8') };
  } catch {
    return undefined;
  }
}

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
