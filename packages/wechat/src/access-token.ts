import { z } from 'zod';
import { type ExchangeOptions, exchange } from './exchange.ts';
import { validate } from './validate.ts';
import { WechatError } from './wechat-error.ts';

export interface StoredToken {
  readonly token: string;
  /** Milliseconds since 1970 at which WeChat stops taking it. */
  readonly expiresAt: number;
}

/** Where a token is kept between calls; give a shared one when several processes serve one appid. */
export interface TokenCache {
  get(appid: string): Promise<StoredToken | undefined>;
  set(appid: string, token: StoredToken): Promise<void>;
  /** Forgets this token, which WeChat refused; where another has been put since, that stays. */
  delete(appid: string, refused: string): Promise<void>;
  /** Runs `work` while no other process does, or does not wait for ever. Without it each process asks WeChat for itself. */
  alone?<T>(appid: string, work: () => Promise<T>): Promise<T>;
}

export interface AccessTokenOptions extends ExchangeOptions {
  readonly appid: string;
  readonly secret: string;
  readonly cache: TokenCache;
  readonly timeoutMs: number;
  readonly wait: (ms: number) => Promise<void>;
}

export interface AccessTokens {
  /** A token good for at least a moment. */
  current(): Promise<string>;
  /** A token other than one WeChat has just refused, unless WeChat itself still hands that one out. */
  insteadOf(refused: string): Promise<string>;
}

const ENDPOINT = '/cgi-bin/stable_token';
/** WeChat renews five minutes early and lets both tokens work meanwhile. */
const RENEW_BEFORE_MS = 300_000;
const RETRY_AFTER_MS = [200, 800];
const stableToken = z.object({ access_token: z.string().min(1).max(2048), expires_in: z.number().int().positive().max(86_400) });

/** Tokens of `/cgi-bin/stable_token` in normal mode, never forced: forcing kills the token of every other process. */
export function accessTokens(options: AccessTokenOptions): AccessTokens {
  const { appid, secret, cache, clock } = options;
  let underWay: Promise<StoredToken> | undefined;

  const request = async (): Promise<StoredToken> => {
    const asked = clock();
    const answer = await exchange(options, {
      endpoint: ENDPOINT,
      method: 'POST',
      body: { grant_type: 'client_credential', appid, secret, force_refresh: false },
      timeoutMs: options.timeoutMs,
      secrets: [secret],
      // There is no token to refresh here: WeChat answers a wrong secret with 40001.
      kinds: { 40001: 'config' },
    });
    const { access_token, expires_in } = validate(stableToken, answer, ENDPOINT);
    return { token: access_token, expiresAt: asked + expires_in * 1000 };
  };

  const requestPatiently = async (): Promise<StoredToken> => {
    for (const pause of RETRY_AFTER_MS) {
      try {
        return await request();
      } catch (error) {
        if (!isPassing(error)) throw error;
        // Jitter, so that processes started together do not come back together.
        await options.wait(pause * (0.5 + Math.random()));
      }
    }
    return request();
  };

  const isFresh = (kept: StoredToken): boolean => kept.expiresAt - clock() >= RENEW_BEFORE_MS;

  /** Another process may have renewed it while this one waited for its turn. */
  const renew = async (): Promise<StoredToken> => {
    const kept = cache.alone && (await cache.get(appid));
    if (kept && isFresh(kept)) return kept;
    const fresh = await requestPatiently();
    await cache.set(appid, fresh);
    return fresh;
  };

  /** Single-flight: however many callers wait, one request is under way. */
  const refresh = (): Promise<StoredToken> => {
    underWay ??= (cache.alone ? cache.alone(appid, renew) : renew()).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  return {
    async current() {
      const kept = await cache.get(appid);
      if (kept && isFresh(kept)) return kept.token;
      const left = kept === undefined ? 0 : kept.expiresAt - clock();
      try {
        return (await refresh()).token;
      } catch (error) {
        if (kept !== undefined && left > 0 && isPassing(error)) return kept.token;
        throw error;
      }
    },
    async insteadOf(refused) {
      const kept = await cache.get(appid);
      if (kept !== undefined && kept.token !== refused) return kept.token;
      await cache.delete(appid, refused);
      return (await refresh()).token;
    },
  };
}

function isPassing(error: unknown): boolean {
  return error instanceof WechatError && (error.kind === 'transient' || error.kind === 'unreachable' || error.kind === 'nonsense');
}

/** A cache for one process. */
export function memoryTokenCache(): TokenCache {
  const kept = new Map<string, StoredToken>();
  return {
    get: async (appid) => kept.get(appid),
    set: async (appid, token) => void kept.set(appid, token),
    delete: async (appid, refused) => {
      if (kept.get(appid)?.token === refused) kept.delete(appid);
    },
  };
}
