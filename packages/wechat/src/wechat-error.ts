/**
 * What a failed call means for the caller (protocol §1.1, §2.2, §4.2):
 * - `transient`   WeChat is busy; later it works. A one-time code may be used up all the same.
 * - `token`       the access token was not accepted, even after one refresh.
 * - `bug`         our request was wrong; a developer has to look.
 * - `config`      appid, secret, IP list or permission is wrong; an operator has to look.
 * - `caller`      an identifier given by our caller is not known to WeChat.
 * - `quota`       too many calls; `retryAfterSeconds` says when to try again.
 * - `state`       the person's state does not allow it now.
 * - `code`        the one-time code is unknown, expired or used: ask the phone for a new one, once.
 * - `blocked`     WeChat holds the account for high-risk: the person needs another way.
 * - `unreachable` no answer: refused, reset, cut off or timed out.
 * - `nonsense`    an answer that is not what WeChat documents (HTML, half JSON, another app's data, a redirect).
 */
export type WechatErrorKind =
  | 'transient'
  | 'token'
  | 'bug'
  | 'config'
  | 'caller'
  | 'quota'
  | 'state'
  | 'code'
  | 'blocked'
  | 'unreachable'
  | 'nonsense';

export interface WechatErrorDetails {
  /** Path of the call, without its query: `/sns/jscode2session`. */
  readonly endpoint: string;
  readonly kind: WechatErrorKind;
  /** WeChat's number, absent when there was no answer in WeChat's form. */
  readonly errcode?: number | undefined;
  /** WeChat's text, without our secrets. */
  readonly errmsg?: string | undefined;
  /** WeChat's id of the request: keep it in the log, WeChat's support asks for it (7 days). */
  readonly rid?: string | undefined;
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** Only for `quota`: whole seconds until the limit starts anew. */
  readonly retryAfterSeconds?: number | undefined;
}

/** The only error that this client throws after it was created. It never holds a secret, a token, a code or a URL with a query. */
export class WechatError extends Error {
  readonly endpoint: string;
  readonly kind: WechatErrorKind;
  readonly errcode: number | undefined;
  readonly errmsg: string | undefined;
  readonly rid: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(details: WechatErrorDetails) {
    const number = details.errcode === undefined ? '' : ` ${details.errcode}`;
    const text = details.errmsg === undefined ? '' : `: ${details.errmsg}`;
    super(`WeChat ${details.endpoint} ${details.kind}${number}${text}`);
    this.name = 'WechatError';
    this.endpoint = details.endpoint;
    this.kind = details.kind;
    this.errcode = details.errcode;
    this.errmsg = details.errmsg;
    this.rid = details.rid;
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
