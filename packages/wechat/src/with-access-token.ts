import type { AccessTokens } from './access-token.ts';
import { WechatError } from './wechat-error.ts';

/**
 * Runs a call that carries an access token. When WeChat refuses the token, the call is replayed once with another:
 * a call refused for its token has done nothing.
 */
export async function withAccessToken<T>(tokens: AccessTokens, call: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.current();
  try {
    return await call(token);
  } catch (error) {
    if (!(error instanceof WechatError) || error.kind !== 'token') throw error;
    return call(await tokens.insteadOf(token));
  }
}
