import { accessTokens, memoryTokenCache, type TokenCache } from './access-token.ts';
import { assertSafeBase, WECHAT_BASE_URL } from './base-url.ts';
import { codeToSession, type WechatSession } from './code-to-session.ts';
import type { Fetch } from './exchange.ts';
import { type FaceBegun, type FaceResult, type FaceSubject, getVerifyId, queryVerifyInfo } from './face-check.ts';
import { getPhoneNumber, type WechatPhoneNumber } from './get-phone-number.ts';
import type { SendOutcome } from './send-outcome.ts';
import { listTemplates, type MessageTemplate, type SubscribeMessage, sendSubscribeMessage } from './subscribe-message.ts';

export interface WechatOptions {
  readonly appid: string;
  readonly secret: string;
  /** Default: WeChat. The sandbox otherwise. */
  readonly baseUrl?: string;
  /** Default: the runtime's own. */
  readonly fetch?: Fetch;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly clock?: () => number;
  /** Default: the memory of this process. */
  readonly cache?: TokenCache;
  /** Milliseconds for one exchange. Default 4000; a resident is waiting. */
  readonly timeoutMs?: number;
  /** Pause between tries for a token. Given in tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface Wechat {
  codeToSession(code: string): Promise<WechatSession>;
  getPhoneNumber(request: { code: string; openid: string }): Promise<WechatPhoneNumber>;
  /** Opens a face check: the id for `wx.requestFacialVerify`. */
  getVerifyId(subject: FaceSubject): Promise<FaceBegun>;
  /** How a face check ended. Nothing else decides it. */
  queryVerifyInfo(subject: FaceSubject & { readonly verifyId: string }): Promise<FaceResult>;
  /** Never throws. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<SendOutcome>;
  listTemplates(): Promise<MessageTemplate[]>;
}

/**
 * Client of WeChat's server API for one mini-program.
 *
 * @throws Error at once when the base URL would carry the secret in the clear
 */
export function createWechat(given: WechatOptions): Wechat {
  const options = {
    appid: given.appid,
    secret: given.secret,
    baseUrl: given.baseUrl ?? WECHAT_BASE_URL,
    fetch: given.fetch ?? ((url: string, init: RequestInit) => fetch(url, init)),
    clock: given.clock ?? Date.now,
    cache: given.cache ?? memoryTokenCache(),
    timeoutMs: given.timeoutMs ?? 4000,
    wait: given.wait ?? ((ms: number) => new Promise<void>((done) => setTimeout(done, ms))),
  };
  assertSafeBase(options.baseUrl);
  const tokens = accessTokens(options);
  return {
    codeToSession: (code) => codeToSession(options, code),
    getPhoneNumber: (request) => getPhoneNumber({ ...options, tokens }, request),
    getVerifyId: (subject) => getVerifyId({ ...options, tokens }, subject),
    queryVerifyInfo: (subject) => queryVerifyInfo({ ...options, tokens }, subject),
    sendSubscribeMessage: (message) => sendSubscribeMessage({ ...options, tokens }, message),
    listTemplates: () => listTemplates({ ...options, tokens }),
  };
}
