/** WeChat's API. The only base a production process may talk to. */
export const WECHAT_BASE_URL = 'https://api.weixin.qq.com';

/**
 * Refuses to start a production process that would send secrets and residents' codes anywhere but to WeChat.
 *
 * @throws Error naming neither the given URL nor anything in it
 */
export function assertProductionBase(url: string): void {
  if (url !== WECHAT_BASE_URL) throw new Error(`In production the WeChat base URL must be exactly ${WECHAT_BASE_URL}`);
}

/**
 * The app secret travels in the query: only over TLS, or on this machine to the sandbox.
 *
 * @throws Error when the base is neither
 */
export function assertSafeBase(url: string): void {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  const onThisMachine = base !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(base.hostname);
  if (base?.protocol === 'https:' || (base?.protocol === 'http:' && onThisMachine)) return;
  throw new Error('The WeChat base URL must be https, or http on the loopback address');
}
