import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the operator set in WeChat's console. */
export interface PushTarget {
  /** On this machine only. */
  readonly url: string;
  readonly token: string;
  /** EncodingAESKey, 43 characters. */
  readonly encodingAesKey: string;
}

/** How a forger, or another mini-program, would send it. */
export const TAMPERINGS = ['signature', 'appid', 'stale', 'plain', 'garbage'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

export interface Delivery {
  /** WeChat tries three times in all. */
  readonly tries: ReadonlyArray<{ readonly status: number | undefined; readonly body: string }>;
  readonly delivered: boolean;
}

interface PushOptions {
  readonly appid: string;
  readonly nowMs: number;
  readonly openid: string;
  readonly tampering?: Tampering | undefined;
}

const TRIES = 3;
const TIMEOUT_MS = 5000;
const BLOCK = 32;

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** Asks the address whether it is ours: it must give back the echo (protocol §7.3). */
export async function checkPushTarget(target: PushTarget, nowMs: number): Promise<boolean> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const nonce = newNonce();
  const echostr = randomBytes(10).toString('hex');
  const signature = sha1(target.token, timestamp, nonce);
  const { status, body } = await call(withQuery(target.url, { signature, timestamp, nonce, echostr }));
  return status === 200 && body === echostr;
}

/** Hands an event over, up to three times, until the answer is 200 with nothing or `success` in it. */
export async function deliverPush(target: PushTarget, event: object, options: PushOptions): Promise<Delivery> {
  const sealed = sealPush(target, event, options);
  const tries: { status: number | undefined; body: string }[] = [];
  while (tries.length < TRIES) {
    const answer = await call(withQuery(target.url, sealed.query), sealed.body);
    tries.push(answer);
    if (answer.status === 200 && (answer.body === '' || answer.body === 'success')) return { tries, delivered: true };
  }
  return { tries, delivered: false };
}

/** Query and body of a push in secure mode and JSON. */
export function sealPush(target: PushTarget, event: object, options: PushOptions): { query: Record<string, string>; body: string } {
  const { tampering } = options;
  const timestamp = String(Math.floor(options.nowMs / 1000) - (tampering === 'stale' ? 3600 : 0));
  const nonce = newNonce();
  const signature = sha1(target.token, timestamp, nonce);
  const query = { signature, timestamp, nonce, openid: options.openid };
  if (tampering === 'plain') return { query, body: JSON.stringify(event) };
  const appid = tampering === 'appid' ? 'wx0000000000000000' : options.appid;
  const encrypted =
    tampering === 'garbage' ? randomBytes(64).toString('base64') : encryptPush(target.encodingAesKey, JSON.stringify(event), appid);
  const signed = sha1(tampering === 'signature' ? `${target.token}?` : target.token, timestamp, nonce, encrypted);
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature: signed },
    body: JSON.stringify({ ToUserName: 'gh_5a5b0000c0ff', Encrypt: encrypted }),
  };
}

/** @param random sixteen characters, given only to meet the documents' own sample */
export function encryptPush(encodingAesKey: string, message: string, appid: string, random = randomBytes(8).toString('hex')): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const whole = Buffer.concat([Buffer.from(random), length, text, Buffer.from(appid)]);
  const padding = BLOCK - (whole.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(whole), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString('base64');
}

function withQuery(url: string, query: Record<string, string>): string {
  return `${url}?${new URLSearchParams(query)}`;
}

async function call(url: string, body?: string): Promise<{ status: number | undefined; body: string }> {
  try {
    const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: undefined, body: '' };
  }
}

function newNonce(): string {
  return String(randomBytes(4).readUInt32BE());
}
