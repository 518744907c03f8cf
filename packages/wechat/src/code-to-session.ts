import { z } from 'zod';
import { type ExchangeOptions, exchange } from './exchange.ts';
import { validate } from './validate.ts';

export interface WechatSession {
  /** The person in this mini-program. Belongs to the appid; never shown, never logged. */
  readonly openid: string;
  /** Only when the mini-program is bound to an Open Platform account. */
  readonly unionid?: string | undefined;
}

const ENDPOINT = '/sns/jscode2session';
const identifier = z.string().regex(/^[\w-]{1,128}$/);
const session = z.object({ openid: identifier, session_key: z.string().min(1), unionid: identifier.optional() });

/**
 * Exchanges the code of `wx.login` for the person (protocol §2.2). Sent once and never again, whatever happens:
 * WeChat may have used the code up before the answer was lost, and a second try then looks like a stolen code.
 * The session_key is checked to be there and dropped: nothing here needs it, and what is not kept cannot leak.
 *
 * @throws WechatError `code` (ask the phone for a new code, once), `blocked`, `quota`, `config`, `transient`, `unreachable`, `nonsense`
 */
export async function codeToSession(
  options: ExchangeOptions & { appid: string; secret: string; timeoutMs: number },
  code: string,
): Promise<WechatSession> {
  const answer = await exchange(options, {
    endpoint: ENDPOINT,
    method: 'GET',
    query: { appid: options.appid, secret: options.secret, js_code: code, grant_type: 'authorization_code' },
    timeoutMs: options.timeoutMs,
    secrets: [options.secret, code],
    kinds: { 40029: 'code', 40163: 'code', 40226: 'blocked', 40001: 'config', 41002: 'config', 41004: 'config', 41008: 'bug' },
  });
  const { openid, unionid } = validate(session, answer, ENDPOINT);
  return { openid, unionid };
}
