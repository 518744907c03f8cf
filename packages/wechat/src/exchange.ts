import { kindOf, quotaRetryAfterSeconds } from './error-kinds.ts';
import { parseAnswer } from './parse-answer.ts';
import { WechatError, type WechatErrorDetails, type WechatErrorKind } from './wechat-error.ts';

/** The part of the web's `fetch` that this client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Call {
  /** Path without a query: it is all that errors name. */
  readonly endpoint: string;
  readonly method: 'GET' | 'POST';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds for the whole exchange, body included. */
  readonly timeoutMs: number;
  /** Values that must not come back in an error text. */
  readonly secrets: readonly string[];
  /** What this endpoint means by its own errcodes. */
  readonly kinds?: Readonly<Record<number, WechatErrorKind>>;
}

export interface ExchangeOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: () => number;
}

const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * Sends one call and returns WeChat's answer as it stands, still to be validated by the caller.
 * Business failures arrive as HTTP 200 with an errcode, so the status alone decides nothing.
 *
 * @throws WechatError for no answer, nonsense, and every errcode but 0
 */
export async function exchange(options: ExchangeOptions, call: Call): Promise<unknown> {
  const url = new URL(call.endpoint, options.baseUrl);
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), call.timeoutMs);
  let status: number;
  let text: string;
  try {
    const response = await options.fetch(url.href, {
      method: call.method,
      redirect: 'manual',
      signal: abort.signal,
      headers: { accept: 'application/json', ...(call.body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    status = response.status;
    text = await readCapped(response);
  } catch (cause) {
    // The cause is left behind on purpose: it can hold the URL, and the URL holds the secret.
    if (cause instanceof AnswerTooLarge) throw new WechatError({ endpoint: call.endpoint, kind: 'nonsense', errmsg: 'answer too large' });
    throw new WechatError({ endpoint: call.endpoint, kind: 'unreachable', errmsg: abort.signal.aborted ? 'timed out' : 'no answer' });
  } finally {
    clearTimeout(timer);
  }
  return openAnswer(text, status, call, options.clock);
}

function openAnswer(text: string, status: number, call: Call, clock: () => number): unknown {
  const nonsense = (errmsg: string) => new WechatError({ endpoint: call.endpoint, kind: 'nonsense', errmsg, status });
  if (status >= 300 && status < 400) throw nonsense('redirect');
  let answer: unknown;
  try {
    answer = parseAnswer(text);
  } catch {
    throw nonsense('not JSON');
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw nonsense('not a JSON object');
  const { errcode: rawCode, errmsg: rawMessage } = answer as { errcode?: unknown; errmsg?: unknown };
  const errcode = typeof rawCode === 'string' && /^-?\d+$/.test(rawCode) ? Number(rawCode) : rawCode;
  if (errcode === undefined || errcode === 0) {
    if (status !== 200) throw nonsense('unexpected status');
    return answer;
  }
  if (typeof errcode !== 'number') throw nonsense('errcode is no number');
  const errmsg = clean(typeof rawMessage === 'string' ? rawMessage : '', call.secrets);
  const kind = kindOf(errcode, call.kinds);
  const details: WechatErrorDetails = { endpoint: call.endpoint, kind, errcode, errmsg, rid: ridIn(errmsg), status };
  throw new WechatError(kind === 'quota' ? { ...details, retryAfterSeconds: quotaRetryAfterSeconds(errcode, clock()) } : details);
}

class AnswerTooLarge extends Error {}

async function readCapped(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    if (total > MAX_ANSWER_BYTES) throw new AnswerTooLarge(); // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** WeChat's texts come into our logs: no secret, no line break, no endless text. */
function clean(text: string, secrets: readonly string[]): string {
  let safe = text;
  for (const secret of secrets) if (secret !== '') safe = safe.replaceAll(secret, '***');
  return safe.replace(/\p{Cc}+/gu, ' ').slice(0, 300);
}

/** `…, rid: 66c69111-4157f271-729ca238` or the older `hints: [ req_id: … ]`. */
function ridIn(errmsg: string): string | undefined {
  return /\brid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/.exec(errmsg)?.[1] ?? /req_id: ([\w-]+)/.exec(errmsg)?.[1];
}
